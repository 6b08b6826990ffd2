package io.rems.ownership.ownership;

import io.rems.ownership.ownership.domain.Interval;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The ownership of a property in both times.
 *
 * @param intervals who holds it when
 * @param history what was recorded about it when
 * @param onlyOwn the owner who asks: of the others he is told name and share
 */
public record Timeline(
        List<Interval> intervals,
        List<Revision> history,
        @Nullable UUID onlyOwn) {}
