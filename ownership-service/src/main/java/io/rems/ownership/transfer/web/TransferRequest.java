package io.rems.ownership.transfer.web;

import io.rems.ownership.ownership.domain.OwnershipPeriod;
import io.rems.ownership.ownership.domain.PropertyId;
import io.rems.ownership.ownership.web.Days;
import io.rems.ownership.transfer.NewTransfer;
import io.rems.ownership.transfer.NewTransfer.Award;
import io.rems.ownership.transfer.domain.TransferId;
import io.rems.ownership.transfer.domain.TransferKind;
import io.rems.platform.Identifiers;
import io.rems.platform.Share;
import io.rems.platform.problem.InvalidRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Shares to change hands.
 *
 * @param share what is given of the whole property; where absent, what those who receive get together
 * @param on from this day on it is no longer the giver's
 * @param until the first day for which it is not meant; absent for good
 * @param schedule record it on its day, once, and not now
 */
record TransferRequest(
        @Nullable UUID id,
        @NotNull UUID propertyId,
        @NotNull @Valid PartyRequest from,
        @Nullable String share,
        @NotEmpty @Size(max = 200) List<@NotNull @Valid AwardRequest> to,
        @NotNull LocalDate on,
        @Nullable LocalDate until,
        @NotNull TransferKind kind,
        @Nullable @Size(max = 2000) String reason,
        @Nullable @Size(max = 50) List<@NotNull @Valid PaperRequest> papers,
        @Nullable Boolean schedule) {

    boolean later() {
        return Boolean.TRUE.equals(schedule);
    }

    NewTransfer transfer() {
        var awards = IntStream.range(0, to.size())
                .mapToObj(i -> to.get(i).award("to[" + i + "]"))
                .toList();
        distinct(awards);
        return new NewTransfer(
                new TransferId(id == null ? Identifiers.next() : id),
                new PropertyId(propertyId),
                kind,
                from.owner("from"),
                share == null
                        ? total(awards)
                        : InvalidRequest.unless("share", () -> OwnershipPeriod.holdable(Share.parse(share))),
                Days.between("on", on, "until", until),
                awards,
                reason,
                PaperRequest.papers(papers));
    }

    private static Share total(List<Award> awards) {
        var total = awards.stream().map(Award::share).reduce(Share.NONE, Share::plus);
        if (!OwnershipPeriod.canBeHeld(total)) {
            throw new InvalidRequest("to", "INVALID", "Together they get " + total + ", which nobody can hold");
        }
        return total;
    }

    private static void distinct(List<Award> awards) {
        var seen = new HashSet<String>();
        for (int i = 0; i < awards.size(); i++) {
            if (!seen.add(Objects.toString(awards.get(i).receiver()))) {
                throw new InvalidRequest("to[" + i + "].ownerId", "DUPLICATE", "Name everybody once");
            }
        }
    }
}
