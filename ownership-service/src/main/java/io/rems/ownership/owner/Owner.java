package io.rems.ownership.owner;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person or company that can own a share of a property.
 *
 * @param otherName the same name in another script
 * @param mergedInto the entry under which he goes on, where this one is {@code MERGED}
 */
record Owner(
        UUID id,
        String name,
        @Nullable String otherName,
        OwnerType type,
        OwnerStatus status,
        @Nullable Identity identity,
        @Nullable String email,
        @Nullable String phone,
        List<String> otherPhones,
        @Nullable String address,
        @Nullable BankAccount bankAccount,
        @Nullable String nationality,
        @Nullable String language,
        @Nullable String note,
        @Nullable UUID mergedInto) {

    Owner having(OwnerStatus next) {
        return new Owner(
                id,
                name,
                otherName,
                type,
                next,
                identity,
                email,
                phone,
                otherPhones,
                address,
                bankAccount,
                nationality,
                language,
                note,
                mergedInto);
    }
}
