package io.rems.approval.decision.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a person said, and when. */
public record Vote(PersonId by, Verdict verdict, @Nullable String comment, Instant at) {}
