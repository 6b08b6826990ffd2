package io.rems.approval.ownership.messaging;

import java.util.UUID;

/** What we use of {@code UnitAdded}. */
record UnitAdded(UUID unitId, UUID propertyId) {}
