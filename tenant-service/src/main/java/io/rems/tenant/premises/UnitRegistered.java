package io.rems.tenant.premises;

import java.util.UUID;

/** {@code rems.ownership.UnitRegistered.v1}, as far as leases need it. */
record UnitRegistered(UUID unitId, UUID propertyId, String number) {}
