package io.rems.firm.assignment.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Why somebody is kept out or let in again; it stays in the history. */
record Why(@NotBlank @Size(max = 500) String reason) {}
