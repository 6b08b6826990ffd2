package io.rems.approval.delegation;

import io.rems.approval.decision.Mandates;
import io.rems.approval.decision.domain.ExpenseId;
import io.rems.approval.decision.domain.Mandate;
import io.rems.approval.decision.domain.PersonId;
import io.rems.approval.decision.domain.Standing;
import io.rems.approval.delegation.domain.Affair;
import io.rems.approval.delegation.domain.Delegation;
import io.rems.approval.delegation.domain.Links;
import io.rems.approval.delegation.domain.Way;
import io.rems.approval.delegation.domain.Web;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** In whose stead somebody may vote, judged at the instant of the vote. */
@Service
class FindMandates implements Mandates {

    private final Delegations delegations;
    private final Affairs affairs;
    private final People people;
    private final Clock clock;

    FindMandates(Delegations delegations, Affairs affairs, People people, Clock clock) {
        this.delegations = delegations;
        this.affairs = affairs;
        this.people = people;
        this.clock = clock;
    }

    /** The instant is looked at once nobody can revoke any more: what was revoked by then does not count. */
    @Override
    public Mono<Standing> hold(PersonId person, ExpenseId expense) {
        return delegations
                .holdTowards(person, expense)
                .filter(found -> !found.isEmpty())
                .flatMap(found -> Mono.defer(() -> affairs.of(expense, null, clock.instant()))
                        .flatMap(asked -> standing(person, found, asked)))
                .defaultIfEmpty(Standing.OWN);
    }

    private Mono<Standing> standing(PersonId person, List<Delegation> found, Affairs.Asked asked) {
        return people.links(ConsiderDelegations.persons(found, asked.affair()))
                .map(links -> standing(person, found, asked, links));
    }

    static Standing standing(PersonId person, List<Delegation> found, Affairs.Asked asked, Links links) {
        return standing(towards(person, found, asked, links), asked.affair(), links);
    }

    private static List<Way> towards(PersonId person, List<Delegation> found, Affairs.Asked asked, Links links) {
        var web = new Web(found, links);
        return asked.owners().stream()
                .distinct()
                .flatMap(owner -> web.from(owner).stream())
                .filter(way -> way.delegate().equals(person))
                .toList();
    }

    /** Of several ways from an owner the shortest counts, and of those the oldest. */
    private static Standing standing(List<Way> ways, Affair affair, Links links) {
        var mandates = new LinkedHashMap<Object, Mandate>();
        var shortfalls = new ArrayList<Standing.Shortfall>();
        for (var way : ways) {
            var against = way.against(affair, links);
            if (against.isEmpty()) {
                mandates.putIfAbsent(way.owner(), new Mandate(way.owner(), way.ids()));
            } else {
                shortfalls.add(new Standing.Shortfall(new Mandate(way.owner(), way.ids()), names(against)));
            }
        }
        return new Standing(List.copyOf(mandates.values()), shortfalls);
    }

    private static List<String> names(Set<? extends Enum<?>> against) {
        return against.stream().<String>map(Enum::name).toList();
    }
}
