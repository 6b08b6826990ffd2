package io.rems.approval.escalation.domain;

import java.time.Instant;

/** Something that is done at an instant, unless the request is decided by then. */
public record Step(StepKind kind, Instant at) {}
