package io.rems.tenant.lease.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/** {@code on} is the tenant's last day in the unit; it may lie ahead. */
record TerminationRequest(
        @NotNull LocalDate on, @NotBlank @Size(max = 500) String reason) {}
