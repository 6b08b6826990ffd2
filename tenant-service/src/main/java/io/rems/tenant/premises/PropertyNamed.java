package io.rems.tenant.premises;

import java.util.UUID;

/** {@code rems.ownership.PropertyRegistered.v1} and {@code PropertyChanged.v1}, as far as leases need them. */
record PropertyNamed(UUID propertyId, String code, String name) {}
