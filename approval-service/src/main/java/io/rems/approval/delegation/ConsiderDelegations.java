package io.rems.approval.delegation;

import io.rems.approval.decision.domain.ExpenseId;
import io.rems.approval.decision.domain.PersonId;
import io.rems.approval.delegation.domain.Affair;
import io.rems.approval.delegation.domain.Delegation;
import io.rems.approval.delegation.domain.Links;
import io.rems.approval.delegation.domain.Way;
import io.rems.approval.delegation.domain.Web;
import io.rems.approval.ownership.domain.OwnerId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/**
 * Which delegations of those who are asked were looked at, and why each lets its delegate decide or does not: as of the
 * decision, else of now.
 */
@Service
public class ConsiderDelegations {

    private final Delegations delegations;
    private final Affairs affairs;
    private final People people;
    private final Names names;
    private final Clock clock;

    ConsiderDelegations(Delegations delegations, Affairs affairs, People people, Names names, Clock clock) {
        this.delegations = delegations;
        this.affairs = affairs;
        this.people = people;
        this.names = names;
        this.clock = clock;
    }

    /** Of the latest round where none is named; nothing where the expense is not routed. */
    public Mono<List<Considered>> of(ExpenseId expense, @Nullable Integer round) {
        return affairs.of(expense, round, clock.instant())
                .flatMap(asked -> considered(asked.affair(), asked.owners(), asked.since()))
                .defaultIfEmpty(List.of());
    }

    /** Of an expense that would be submitted now. */
    public Mono<List<Considered>> of(Affairs.Proposed proposed) {
        var now = clock.instant();
        return affairs.of(proposed, now).flatMap(affair -> considered(affair, proposed.owners(), now));
    }

    private Mono<List<Considered>> considered(Affair affair, List<OwnerId> owners, Instant since) {
        return delegations
                .from(owners, since)
                .flatMap(found -> found.isEmpty()
                        ? Mono.just(List.of())
                        : people.links(persons(found, affair)).flatMap(links -> named(affair, owners, found, links)));
    }

    private Mono<List<Considered>> named(Affair affair, List<OwnerId> owners, List<Delegation> found, Links links) {
        var web = new Web(found, links);
        var ways = owners.stream()
                .distinct()
                .flatMap(owner -> web.from(owner).stream())
                .toList();
        return names.of(owners, ways.stream().map(Way::delegate).toList())
                .map(known -> ways.stream()
                        .map(way -> view(way, affair, links, known))
                        .toList());
    }

    private static Considered view(Way way, Affair affair, Links links, Names.Known names) {
        var against = List.copyOf(way.against(affair, links));
        return new Considered(
                way.owner().value(),
                names.of(way.owner().value()),
                way.delegate().value(),
                names.of(way.delegate().value()),
                way.ids().stream().map(id -> id.value()).toList(),
                against.isEmpty(),
                against);
    }

    static Set<PersonId> persons(List<Delegation> delegations, Affair affair) {
        return Stream.concat(
                        delegations.stream().flatMap(step -> Stream.of(step.delegate(), step.grantedBy())),
                        affair.submitters().stream())
                .collect(Collectors.toSet());
    }
}
