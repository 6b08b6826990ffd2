package io.rems.firm.assignment.domain;

import java.util.UUID;

/** The user as his assignments need him: their events name him, and his version orders those about the primary firm. */
public record Holder(UUID id, String name, String email, long version) {}
