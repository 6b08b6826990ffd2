package io.rems.approval.legacy;

import io.rems.approval.decision.domain.Verdict;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How an expense was decided on before it came to REMS.
 *
 * @param by as the old books name him; nobody of REMS is claimed to have decided
 * @param on the day of the old books
 */
record ImportedDecision(
        @NotNull Verdict verdict,
        @NotBlank @Size(max = 200) String by,
        @NotNull LocalDate on,
        @Nullable @Size(max = 2000) String comment) {}
