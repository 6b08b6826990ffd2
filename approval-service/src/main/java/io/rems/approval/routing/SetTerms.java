package io.rems.approval.routing;

import io.rems.approval.ownership.Ownerships;
import io.rems.approval.ownership.domain.OwnerId;
import io.rems.approval.ownership.domain.PropertyId;
import io.rems.approval.routing.domain.Origin;
import io.rems.approval.routing.domain.PolicyOverride;
import io.rems.platform.Money;
import io.rems.platform.Versioned;
import io.rems.platform.access.Caller;
import io.rems.platform.database.Transactions;
import io.rems.platform.problem.InvalidRequest;
import io.rems.platform.problem.NotFound;
import java.time.Clock;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Says what holds for a property or an owner otherwise than for the firm, for what is submitted from then on. */
@Service
public class SetTerms {

    private final Ownerships ownerships;
    private final Policies policies;
    private final Overrides overrides;
    private final OverrideEvents events;
    private final Transactions transactions;
    private final Clock clock;

    SetTerms(
            Ownerships ownerships,
            Policies policies,
            Overrides overrides,
            OverrideEvents events,
            Transactions transactions,
            Clock clock) {
        this.ownerships = ownerships;
        this.policies = policies;
        this.overrides = overrides;
        this.events = events;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Fails as not found where no property, or no owner of one, is known by this identifier. */
    public Mono<Void> mustBeKnown(Origin origin, UUID of) {
        var known = switch (origin) {
            case FIRM -> Mono.just(false);
            case PROPERTY -> ownerships.knows(new PropertyId(of));
            case OWNER -> ownerships.knows(new OwnerId(of));
        };
        return known.flatMap(isKnown ->
                isKnown ? Mono.empty() : Mono.error(new NotFound(origin.name().toLowerCase(Locale.ROOT), of)));
    }

    public Mono<Void> set(PolicyOverride wanted, long expected, @Nullable String reason, Caller caller) {
        return mustBeKnown(wanted.origin(), wanted.of())
                .then(Mono.defer(() -> mustBeInTheFirmsCurrency(wanted.limit())))
                .then(transactions.inFirm(kept(wanted, expected, reason, caller)));
    }

    private Mono<Void> mustBeInTheFirmsCurrency(@Nullable Money limit) {
        return limit == null
                ? Mono.empty()
                : policies.current()
                        .flatMap(policy -> policy.limit().currency().equals(limit.currency())
                                ? Mono.empty()
                                : Mono.error(new InvalidRequest(
                                        "limit",
                                        "OTHER_CURRENCY",
                                        "must be in " + policy.limit().currency() + ", as the firm's")));
    }

    private Mono<Void> kept(PolicyOverride wanted, long expected, @Nullable String reason, Caller caller) {
        var next = new Versioned<>(wanted, expected);
        return overrides
                .find(wanted.origin(), wanted.of())
                .map(Versioned::value)
                .defaultIfEmpty(PolicyOverride.none(wanted.origin(), wanted.of()))
                .flatMap(before -> overrides
                        .save(next, reason, caller.actor(), clock.instant())
                        .then(events.changed(before, next.saved(), reason)));
    }
}
