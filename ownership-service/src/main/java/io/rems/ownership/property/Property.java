package io.rems.ownership.property;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A building or a piece of land; the area is in square metres. */
record Property(
        UUID id,
        String code,
        String name,
        PropertyType type,
        @Nullable String location,
        @Nullable String address,
        @Nullable BigDecimal area,
        @Nullable String note) {}
