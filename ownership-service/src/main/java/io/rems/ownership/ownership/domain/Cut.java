package io.rems.ownership.ownership.domain;

import java.util.Optional;

/**
 * A period divided at a day.
 *
 * @param before what remains of it before that day, under its id; nothing, where it begins on that day or later
 * @param after the same share from that day on, to be changed, handed on or left out
 */
public record Cut(Optional<OwnershipPeriod> before, OwnershipPeriod after) {}
