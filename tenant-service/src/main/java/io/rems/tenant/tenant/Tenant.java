package io.rems.tenant.tenant;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody who rents, or may come to rent, a unit of the firm. */
record Tenant(
        UUID id,
        String name,
        Type type,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String nationality,
        @Nullable String identityNumber,
        @Nullable String language,
        @Nullable String note) {

    enum Type {
        PERSON,
        COMPANY
    }
}
