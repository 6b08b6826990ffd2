package io.rems.ownership.transfer.web;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;

/** The day on which it is to take effect instead. */
record ScheduleRequest(@NotNull LocalDate on) {}
