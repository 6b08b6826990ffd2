package io.rems.approval.ownership.domain;

import java.util.UUID;

/** An owner, as ownership-service knows him. */
public record OwnerId(UUID value) {}
