package io.rems.ownership.owner;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A person or company that can own a share of a property. */
record Owner(
        UUID id,
        String name,
        OwnerType type,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String nationality,
        @Nullable String language,
        @Nullable String note) {}
