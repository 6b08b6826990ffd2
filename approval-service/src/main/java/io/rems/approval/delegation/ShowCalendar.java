package io.rems.approval.delegation;

import io.rems.approval.delegation.ActingCalendar.Entry;
import io.rems.approval.delegation.ActingCalendar.Step;
import io.rems.approval.delegation.domain.Delegation;
import io.rems.approval.delegation.domain.Links;
import io.rems.approval.delegation.domain.Way;
import io.rems.approval.delegation.domain.Web;
import io.rems.approval.delegation.domain.Window;
import io.rems.approval.ownership.domain.PropertyId;
import io.rems.platform.access.Caller;
import io.rems.platform.access.Role;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Who can act for whom, chains resolved, as delegations run by now. */
@Service
public class ShowCalendar {

    private final Delegations delegations;
    private final People people;
    private final Names names;
    private final ChainPolicy chainPolicy;

    ShowCalendar(Delegations delegations, People people, Names names, ChainPolicy chainPolicy) {
        this.delegations = delegations;
        this.people = people;
        this.names = names;
        this.chainPolicy = chainPolicy;
    }

    /** Administrators see all of the firm, everybody else who acts for him and for whom he acts. */
    public Mono<ActingCalendar> of(Window days, Caller caller) {
        return Mono.zip(delegations.running(), people.links(), chainPolicy.allowsChains())
                .flatMap(now -> {
                    var ways = ways(now.getT1(), now.getT2(), now.getT3()).stream()
                            .filter(way -> way.window().filter(days::meets).isPresent())
                            .filter(way -> concerns(way, caller))
                            .toList();
                    return named(ways, days, now.getT3());
                });
    }

    private static List<Way> ways(List<Delegation> running, Links links, boolean chains) {
        var web = new Web(running, links);
        return running.stream()
                .map(Delegation::owner)
                .distinct()
                .flatMap(owner -> web.from(owner).stream())
                .filter(way -> way.delegations().size() <= (chains ? Way.LONGEST : 1))
                .filter(way -> way.withheld(links).isEmpty())
                .toList();
    }

    private static boolean concerns(Way way, Caller caller) {
        return caller.hasRole(Role.ADMIN)
                || caller.actor().isService()
                || way.owner().value().equals(caller.ownerId())
                || way.delegate().value().equals(caller.userId());
    }

    private Mono<ActingCalendar> named(List<Way> ways, Window days, boolean chains) {
        var owners = ways.stream().map(Way::owner).toList();
        var persons = ways.stream()
                .flatMap(way -> way.delegations().stream())
                .map(Delegation::delegate)
                .toList();
        return names.of(owners, persons)
                .map(known -> new ActingCalendar(
                        days.from(),
                        days.end(),
                        chains,
                        ways.stream().flatMap(way -> entry(way, known).stream()).toList()));
    }

    private static Optional<Entry> entry(Way way, Names.Known names) {
        return way.window()
                .map(window -> new Entry(
                        way.owner().value(),
                        names.of(way.owner().value()),
                        way.delegate().value(),
                        names.of(way.delegate().value()),
                        window.from(),
                        window.until(),
                        way.delegations().stream()
                                .map(step -> step(step, names))
                                .toList()));
    }

    private static Step step(Delegation delegation, Names.Known names) {
        var limits = delegation.limits();
        var delegate = delegation.delegate().value();
        return new Step(
                delegation.id().value(),
                delegate,
                names.of(delegate),
                limits.amount(),
                limits.properties().stream().map(PropertyId::value).sorted().toList(),
                limits.categories().stream().sorted().toList());
    }
}
