package io.rems.tenant.lease.domain;

import java.util.UUID;

/** What is rented: a unit, and the property that it is part of. */
public record Premises(UUID unit, UUID property) {}
