package io.rems.approval.decision.domain;

import java.util.UUID;

/** A portal user: whoever submits or decides is a person, whatever hats he wears. */
public record PersonId(UUID value) {}
