package io.rems.approval.delegation.domain;

import io.rems.approval.decision.domain.DelegationId;
import io.rems.approval.decision.domain.PersonId;
import io.rems.approval.ownership.domain.OwnerId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** How an owner's vote comes to somebody: a delegation of the owner's, or several of which each follows on the one before. */
public record Way(List<Delegation> delegations) {

    /** More would leave the owner without an idea of who speaks for him. */
    public static final int LONGEST = 3;

    public Way {
        delegations = List.copyOf(delegations);
        if (delegations.isEmpty()) {
            throw new IllegalArgumentException("A way has a first step");
        }
    }

    public OwnerId owner() {
        return delegations.getFirst().owner();
    }

    public PersonId delegate() {
        return delegations.getLast().delegate();
    }

    public List<DelegationId> ids() {
        return delegations.stream().map(Delegation::id).toList();
    }

    /** The days on which all of its delegations run; empty where there are none. */
    public Optional<Window> window() {
        return delegations.stream()
                .map(step -> Optional.of(step.window()))
                .reduce((one, other) -> one.flatMap(window -> other.flatMap(window::common)))
                .flatMap(found -> found);
    }

    public boolean passes(OwnerId owner) {
        return delegations.stream().anyMatch(delegation -> delegation.owner().equals(owner));
    }

    Way followedBy(Delegation next) {
        return new Way(Stream.concat(delegations.stream(), Stream.of(next)).toList());
    }

    /** Everything that keeps the delegate from deciding for the owner; nothing: he may. */
    public Set<Against> against(Affair affair, Links links) {
        var against = EnumSet.noneOf(Against.class);
        delegations.forEach(delegation -> against.addAll(inTime(delegation, affair)));
        add(against, Against.OWNERSHIP_ENDED, affair.gone().contains(owner()));
        add(against, Against.AMOUNT, !all(limits -> limits.admitAmount(affair.amount())));
        add(against, Against.PROPERTY, !all(limits -> limits.admitProperty(affair.property())));
        add(against, Against.CATEGORY, !all(limits -> limits.admitCategory(affair.categories())));
        add(against, Against.CHAIN_NOT_ALLOWED, delegations.size() > 1 && !affair.chains());
        add(against, Against.CHAIN_TOO_LONG, delegations.size() > LONGEST);
        against.addAll(withheld(links));
        if (!affair.selfApproval()) {
            against.addAll(submitted(affair, links));
        }
        return against;
    }

    /** What keeps its people from acting by it, whatever is to be decided. */
    public Set<Against> withheld(Links links) {
        var against = EnumSet.noneOf(Against.class);
        for (var step : delegations) {
            add(against, Against.DELEGATE_INACTIVE, !links.isActive(step.delegate()));
            var byOwner = links.ownerOf(step.grantedBy()).filter(step.owner()::equals);
            add(against, Against.GRANTOR_DISABLED, byOwner.isPresent() && links.isDisabled(step.grantedBy()));
        }
        return against;
    }

    private Set<Against> submitted(Affair affair, Links links) {
        var against = EnumSet.noneOf(Against.class);
        for (var submitter : affair.submitters()) {
            var his = delegations.stream().anyMatch(step -> step.delegate().equals(submitter));
            add(against, Against.DELEGATE_SUBMITTED, his);
            add(
                    against,
                    Against.OWNER_SUBMITTED,
                    links.ownerOf(submitter).filter(this::passes).isPresent());
        }
        return against;
    }

    private static Set<Against> inTime(Delegation delegation, Affair affair) {
        var against = EnumSet.noneOf(Against.class);
        var ending = delegation.ending();
        if (ending != null && affair.isAfter(ending)) {
            against.add(
                    switch (ending.cause()) {
                        case REVOKED -> Against.REVOKED;
                        case OVER -> Against.OVER;
                        case OWNERSHIP_ENDED -> Against.OWNERSHIP_ENDED;
                        case DELEGATE_LEFT, OWNER_MERGED, OWNER_ARCHIVED -> Against.ENDED;
                    });
        }
        add(against, Against.NOT_YET, delegation.window().isAhead(affair.today()));
        add(against, Against.OVER, delegation.window().isOver(affair.today()));
        return against;
    }

    private boolean all(Predicate<Limits> admit) {
        return delegations.stream().map(Delegation::limits).allMatch(admit);
    }

    private static void add(Set<Against> against, Against reason, boolean holds) {
        if (holds) {
            against.add(reason);
        }
    }
}
