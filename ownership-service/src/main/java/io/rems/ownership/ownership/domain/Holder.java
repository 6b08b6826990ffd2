package io.rems.ownership.ownership.domain;

import java.util.UUID;

/** An owner as far as co-owners may know him. */
public record Holder(UUID ownerId, String name) {}
