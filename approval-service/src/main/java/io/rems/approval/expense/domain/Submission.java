package io.rems.approval.expense.domain;

import io.rems.approval.decision.domain.PersonId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Who asked for approval, and when; {@code by} is absent where another service did. */
public record Submission(@Nullable PersonId by, Instant at) {}
