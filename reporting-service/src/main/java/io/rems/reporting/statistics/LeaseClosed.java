package io.rems.reporting.statistics;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is used of {@code rems.tenant.LeaseEnded.v1} and {@code LeaseTerminated.v1}.
 *
 * @param on the last day on which the tenant has the unit
 */
public record LeaseClosed(@Nullable LocalDate on) {}
