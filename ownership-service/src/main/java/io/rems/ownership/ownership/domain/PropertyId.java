package io.rems.ownership.ownership.domain;

import java.util.UUID;

/** Names the property that is held. */
public record PropertyId(UUID value) {}
