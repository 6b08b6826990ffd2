package io.rems.ownership.ownership.web;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;

/** The first day on which the share is no longer held. */
record EndRequest(@NotNull LocalDate on) {}
