package io.rems.ownership.owner;

import static io.rems.ownership.owner.OwnerStatus.ACTIVE;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import io.rems.ownership.ownership.ChangeOwnership;
import io.rems.ownership.ownership.HoldPortfolio;
import io.rems.ownership.ownership.domain.Holder;
import io.rems.ownership.ownership.domain.HolderArchived;
import io.rems.ownership.ownership.domain.HolderMerged;
import io.rems.ownership.ownership.domain.OwnershipEvent;
import io.rems.ownership.ownership.domain.OwnershipEvent.OwnerReplaced;
import io.rems.ownership.ownership.domain.OwnershipTimeline;
import io.rems.ownership.ownership.domain.PropertyId;
import io.rems.platform.Outcome;
import io.rems.platform.Versioned;
import io.rems.platform.events.Message;
import io.rems.platform.events.Outbox;
import io.rems.platform.problem.InvalidRequest;
import io.rems.platform.problem.NotFound;
import io.rems.platform.problem.RequestRefused;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Makes one of two entries for the same owner: all that he holds or ever held is recorded anew under the entry that goes
 * on. What was known before stays readable, and the other entry stays and points to it.
 */
@Component
class MergeOwners {

    private final HoldPortfolio holdPortfolio;
    private final ChangeOwnership changeOwnership;
    private final R2dbcMergers mergers;
    private final R2dbcOwners owners;
    private final Outbox outbox;
    private final Clock clock;

    MergeOwners(
            HoldPortfolio holdPortfolio,
            ChangeOwnership changeOwnership,
            R2dbcMergers mergers,
            R2dbcOwners owners,
            Outbox outbox,
            Clock clock) {
        this.holdPortfolio = holdPortfolio;
        this.changeOwnership = changeOwnership;
        this.mergers = mergers;
        this.owners = owners;
        this.outbox = outbox;
        this.clock = clock;
    }

    Mono<Merger> merge(UUID owner, UUID into) {
        if (owner.equals(into)) {
            return Mono.error(() -> new InvalidRequest("into", "SAME", "Name another owner"));
        }
        return holdPortfolio.within(
                owner,
                null,
                List.of(into),
                properties -> survivor(owner, into)
                        .flatMap(survivor -> changeOwnership.within(handedOver(properties, owner, survivor)))
                        .then(mergers.merge(owner, into, clock.instant()))
                        .delayUntil(_ -> owners.get(into).flatMap(survivor -> owners.takeDocument(survivor.value())))
                        .flatMap(merged -> outbox.append(told(merged, into)))
                        .then(mergers.of(owner)));
    }

    private Mono<Holder> survivor(UUID owner, UUID into) {
        return mergers.unmerged(owner)
                .then(mergers.unmerged(into)
                        .onErrorMap(
                                NotFound.class,
                                _ -> new InvalidRequest("into", "UNKNOWN", "The firm has no such owner")))
                .filter(survivor -> survivor.status() == ACTIVE)
                .switchIfEmpty(Mono.error(() -> new RequestRefused(new HolderArchived(List.of(into)))))
                .map(R2dbcMergers.Entry::holder);
    }

    /** Each entry tells by itself where it has gone, so that nobody has to follow a chain. */
    private static List<Message> told(List<Versioned<UUID>> merged, UUID into) {
        return merged.stream()
                .map(entry -> new OwnerMerged(entry.value(), into, null).message(entry.version()))
                .toList();
    }

    private static Map<PropertyId, ChangeOwnership.Decision> handedOver(
            List<PropertyId> properties, UUID owner, Holder survivor) {
        ChangeOwnership.Decision decision = timeline -> replaced(timeline, owner, survivor);
        return properties.stream().collect(toMap(identity(), _ -> decision));
    }

    private static Outcome<OwnershipTimeline, OwnershipEvent> replaced(
            OwnershipTimeline timeline, UUID owner, Holder survivor) {
        var his = timeline.periods().stream()
                .filter(period -> period.holder().ownerId().equals(owner))
                .toList();
        return timeline.replaced(new OwnerReplaced(
                his, his.stream().map(period -> period.heldBy(survivor)).toList()));
    }

    static RequestRefused merged(UUID owner) {
        return new RequestRefused(new HolderMerged(List.of(owner)));
    }
}
