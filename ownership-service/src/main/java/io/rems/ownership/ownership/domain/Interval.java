package io.rems.ownership.ownership.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Days on which the same people hold the same shares.
 *
 * @param from absent before the first period of all
 * @param to the first day that is different; absent if none is
 */
public record Interval(@Nullable LocalDate from, @Nullable LocalDate to, Holdings holdings) {}
