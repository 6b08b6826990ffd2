package io.rems.approval.decision.domain;

import java.time.Instant;

/**
 * When something was due that time brings, and when it was done.
 *
 * @param late whether it was caught up with: nobody was there to do it in time
 */
public record Notice(Instant dueAt, Instant at, boolean late) {}
