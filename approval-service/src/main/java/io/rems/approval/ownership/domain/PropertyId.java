package io.rems.approval.ownership.domain;

import java.util.UUID;

/** A property, as ownership-service knows it. */
public record PropertyId(UUID value) {}
