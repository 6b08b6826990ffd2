package io.rems.approval.decision.domain;

import java.time.Instant;

/** What somebody says of an expense and why he gives it back, or takes it back. */
public record Remark(PersonId by, String text, Instant at) {}
