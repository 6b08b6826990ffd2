package io.rems.reporting.statistics;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is used of {@code rems.tenant.LeaseDrafted.v1} and {@code LeaseActivated.v1}.
 *
 * @param to the last day of the lease
 */
public record LeaseAgreed(LocalDate from, @Nullable LocalDate to) {}
