package io.rems.approval.delegation.domain;

import io.rems.approval.ownership.domain.OwnerId;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Delegations as they hang together: one follows on another where its owner is who the other's delegate acts as. */
public final class Web {

    private static final Comparator<Delegation> OLDEST_FIRST = Comparator.comparing(Delegation::grantedAt)
            .thenComparing(delegation -> delegation.id().value());

    private final Map<OwnerId, List<Delegation>> byOwner;
    private final Links links;

    public Web(List<Delegation> delegations, Links links) {
        this.byOwner = delegations.stream().sorted(OLDEST_FIRST).collect(Collectors.groupingBy(Delegation::owner));
        this.links = links;
    }

    /**
     * All ways from an owner, the shorter ones first; none passes an owner twice, even where links that changed have made
     * a cycle. Those that are one step too long are among them, so that it can be told that they are.
     */
    public List<Way> from(OwnerId owner) {
        var found = new ArrayList<Way>();
        var next = of(owner).map(step -> new Way(List.of(step))).toList();
        while (!next.isEmpty()) {
            found.addAll(next);
            next = next.stream().flatMap(this::further).toList();
        }
        return found;
    }

    /** Whether with this delegation there would be a day on which somebody would act for himself by way of others. */
    public boolean wouldCloseACycle(Delegation candidate) {
        return criticalDays(candidate).anyMatch(day -> leads(candidate, day));
    }

    private Stream<Way> further(Way way) {
        if (way.delegations().size() > Way.LONGEST) {
            return Stream.empty();
        }
        return links.ownerOf(way.delegate()).filter(owner -> !way.passes(owner)).stream()
                .flatMap(this::of)
                .map(way::followedBy)
                .filter(next ->
                        links.ownerOf(next.delegate()).filter(next::passes).isEmpty());
    }

    private Stream<Delegation> of(OwnerId owner) {
        return byOwner.getOrDefault(owner, List.of()).stream();
    }

    /** If there is a cycle on any day, there is one on the day on which the last of its delegations begins. */
    private Stream<LocalDate> criticalDays(Delegation candidate) {
        var window = candidate.window();
        return Stream.concat(
                        Stream.of(window.from()),
                        byOwner.values().stream()
                                .flatMap(List::stream)
                                .map(step -> step.window().from())
                                .filter(window::contains))
                .distinct();
    }

    private boolean leads(Delegation candidate, LocalDate day) {
        var reached = new HashSet<OwnerId>();
        var open = new ArrayDeque<OwnerId>();
        links.ownerOf(candidate.delegate()).ifPresent(open::add);
        while (!open.isEmpty()) {
            var owner = open.remove();
            if (owner.equals(candidate.owner())) {
                return true;
            }
            if (reached.add(owner)) {
                of(owner)
                        .filter(Delegation::isRunning)
                        .filter(step -> step.window().contains(day))
                        .flatMap(step -> links.ownerOf(step.delegate()).stream())
                        .forEach(open::add);
            }
        }
        return false;
    }
}
