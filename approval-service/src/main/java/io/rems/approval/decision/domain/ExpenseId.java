package io.rems.approval.decision.domain;

import java.util.UUID;

/** An expense; its approval goes by the same identifier. */
public record ExpenseId(UUID value) {}
