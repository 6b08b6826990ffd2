package io.rems.tenant.premises;

import java.util.UUID;

/** {@code rems.ownership.UnitAdded.v1}, as far as leases need it. */
record UnitAdded(UUID unitId, UUID propertyId, String number) {}
