package io.rems.approval.decision.domain;

import io.rems.approval.ownership.domain.OwnerId;
import java.time.Instant;
import java.util.List;

/**
 * What somebody says of an expense and why he gives it back, or takes it back.
 *
 * @param onBehalfOf the owners in whose stead he says so; none: in his own right
 * @param delegations under which
 */
public record Remark(PersonId by, String text, Instant at, List<OwnerId> onBehalfOf, List<DelegationId> delegations) {

    public Remark {
        onBehalfOf = List.copyOf(onBehalfOf);
        delegations = List.copyOf(delegations);
    }

    public Remark(PersonId by, String text, Instant at) {
        this(by, text, at, List.of(), List.of());
    }

    Remark under(List<Mandate> mandates) {
        return new Remark(
                by,
                text,
                at,
                mandates.stream().map(Mandate::owner).toList(),
                mandates.stream()
                        .flatMap(mandate -> mandate.delegations().stream())
                        .distinct()
                        .toList());
    }
}
