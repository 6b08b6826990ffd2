package io.rems.ownership.transfer.web;

import io.rems.ownership.ownership.domain.OwnershipPeriod;
import io.rems.ownership.ownership.web.Days;
import io.rems.ownership.transfer.InheritPortfolio.Asked;
import io.rems.ownership.transfer.InheritPortfolio.AskedHeir;
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
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * All that an owner holds to go to his heirs.
 *
 * @param on from this day on it is theirs
 * @param heirs with fractions of what he holds, which add up to the whole
 */
record InheritanceRequest(
        @Nullable UUID id,
        @NotNull LocalDate on,
        @NotEmpty @Size(max = 200) List<@NotNull @Valid HeirRequest> heirs,
        @Nullable @Size(max = 2000) String reason,
        @Nullable @Size(max = 50) List<@NotNull @Valid PaperRequest> papers) {

    /** Who inherits; with {@code primaryContact} he follows where the owner was the primary contact. */
    record HeirRequest(
            @NotNull UUID ownerId,
            @NotNull String fraction,
            @Nullable Boolean primaryContact) {

        AskedHeir heir(String field) {
            return new AskedHeir(
                    ownerId,
                    InvalidRequest.unless(field + ".fraction", () -> OwnershipPeriod.holdable(Share.parse(fraction))),
                    Boolean.TRUE.equals(primaryContact));
        }
    }

    Asked of(UUID owner) {
        return new Asked(
                id == null ? Identifiers.next() : id,
                owner,
                Days.known("on", on),
                asked(),
                reason,
                PaperRequest.papers(papers));
    }

    private List<AskedHeir> asked() {
        var seen = new HashSet<UUID>();
        var contacts = heirs.stream()
                .filter(heir -> Boolean.TRUE.equals(heir.primaryContact()))
                .count();
        if (contacts > 1) {
            throw new InvalidRequest("heirs", "INVALID", "One of them at most is the primary contact");
        }
        return IntStream.range(0, heirs.size())
                .mapToObj(i -> {
                    if (!seen.add(heirs.get(i).ownerId())) {
                        throw new InvalidRequest("heirs[" + i + "].ownerId", "DUPLICATE", "Name everybody once");
                    }
                    return heirs.get(i).heir("heirs[" + i + "]");
                })
                .toList();
    }
}
