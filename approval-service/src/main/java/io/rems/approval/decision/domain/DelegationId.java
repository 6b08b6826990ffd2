package io.rems.approval.decision.domain;

import java.util.UUID;

/** What lets somebody decide in an owner's stead. */
public record DelegationId(UUID value) {}
