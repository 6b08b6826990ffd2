package io.rems.reporting.statistics;

import java.util.UUID;

/** What is used of {@code rems.ownership.UnitRegistered.v1}, {@code UnitArchived.v1} and {@code UnitRestored.v1}. */
public record UnitTold(UUID propertyId) {}
