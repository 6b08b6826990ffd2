package io.rems.ownership.ownership;

import io.rems.ownership.ownership.domain.Assignment;
import io.rems.ownership.ownership.domain.HoldingType;
import io.rems.ownership.ownership.domain.Table;
import io.rems.ownership.ownership.domain.Terms.Acquisition;
import io.rems.ownership.ownership.domain.Validity;
import io.rems.platform.Share;
import io.rems.platform.problem.FieldProblem;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A table that somebody asks for, before its owners are looked up. */
public record NewTable(Validity days, List<NewShare> shares, String reason) {

    /** @param field where the line stands in the request, for what is wrong with it */
    public record NewShare(
            String field,
            UUID ownerId,
            Share share,
            @Nullable HoldingType type,
            @Nullable Acquisition acquisition,
            @Nullable Boolean primaryContact,
            @Nullable BigDecimal managementFeePercent,
            @Nullable String note) {

        Assignment heldBy(KnownOwner owner) {
            return new Assignment(
                    owner.holder(),
                    owner.usualType(),
                    share,
                    type,
                    acquisition,
                    primaryContact,
                    managementFeePercent,
                    note);
        }
    }

    List<UUID> owners() {
        return shares.stream().map(NewShare::ownerId).toList();
    }

    /** The lines that name somebody whom the firm does not have. */
    List<FieldProblem> missing(Map<UUID, KnownOwner> owners) {
        return shares.stream()
                .filter(share -> !owners.containsKey(share.ownerId()))
                .map(share -> new FieldProblem(
                        share.field() + ".ownerId", "UNKNOWN", "The firm has no such owner: register him first."))
                .toList();
    }

    /** Of those lines whose owners are known. */
    Table heldBy(Map<UUID, KnownOwner> owners) {
        return new Table(
                days,
                shares.stream()
                        .flatMap(share ->
                                Stream.ofNullable(owners.get(share.ownerId())).map(share::heldBy))
                        .toList(),
                reason);
    }
}
