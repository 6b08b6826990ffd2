package io.rems.approval.decision.web;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** The body of an approval; it may be left out. */
record Approval(@Nullable @Size(max = 2000) String comment) {}
