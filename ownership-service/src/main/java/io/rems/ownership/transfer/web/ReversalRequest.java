package io.rems.ownership.transfer.web;

import io.rems.ownership.ownership.web.Days;
import io.rems.ownership.transfer.ReverseTransfer.Asked;
import io.rems.ownership.transfer.domain.TransferId;
import io.rems.platform.Identifiers;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A transfer to be taken back.
 *
 * @param id of the counter-transfer
 * @param on from this day on; where absent, from the transfer's own day, as if it had never been
 */
record ReversalRequest(
        @Nullable UUID id,
        @Nullable LocalDate on,
        @NotBlank @Size(max = 2000) String reason,
        @Nullable @Size(max = 50) List<@NotNull @Valid PaperRequest> papers) {

    Asked asked() {
        return new Asked(
                new TransferId(id == null ? Identifiers.next() : id),
                Days.knownIfGiven("on", on),
                reason,
                PaperRequest.papers(papers));
    }
}
