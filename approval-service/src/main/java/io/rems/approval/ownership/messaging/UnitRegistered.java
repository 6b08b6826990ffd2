package io.rems.approval.ownership.messaging;

import java.util.UUID;

/** What we use of {@code UnitRegistered}. */
record UnitRegistered(UUID unitId, UUID propertyId) {}
