package io.rems.tenant.premises;

import java.util.UUID;

/** {@code rems.ownership.UnitRegistered.v1} and {@code UnitChanged.v1}, as far as leases need them. */
record UnitRegistered(UUID unitId, UUID propertyId, String number) {}
