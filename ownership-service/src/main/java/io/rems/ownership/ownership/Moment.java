package io.rems.ownership.ownership;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Of which day is asked, and as it was known when.
 *
 * @param day the firm's today, where none is named
 * @param known what is known now, where no instant is named
 */
public record Moment(@Nullable LocalDate day, @Nullable Instant known) {}
