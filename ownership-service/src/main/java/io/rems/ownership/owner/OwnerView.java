package io.rems.ownership.owner;

import io.rems.platform.access.Caller;
import io.rems.platform.access.Permission;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An owner as a caller may see him: numbers of documents and accounts whole only to who has the permission.
 *
 * @param mergedInto the entry under which he goes on, where this one is {@code MERGED}
 */
record OwnerView(
        UUID id,
        String name,
        @Nullable String otherName,
        OwnerType type,
        OwnerStatus status,
        @Nullable IdentityView identity,
        @Nullable String email,
        @Nullable String phone,
        List<String> otherPhones,
        @Nullable String address,
        @Nullable AccountView bankAccount,
        @Nullable String nationality,
        @Nullable String language,
        @Nullable String note,
        @Nullable UUID mergedInto) {

    record IdentityView(
            Identity.Type type,
            String number,
            String country,
            @Nullable LocalDate expiresOn) {

        static @Nullable IdentityView of(@Nullable Identity identity, boolean whole) {
            return identity == null
                    ? null
                    : new IdentityView(
                            identity.type(),
                            whole ? identity.number() : Masked.number(identity.number()),
                            identity.country(),
                            identity.expiresOn());
        }
    }

    record AccountView(String iban, @Nullable String bank) {

        static @Nullable AccountView of(@Nullable BankAccount account, boolean whole) {
            return account == null
                    ? null
                    : new AccountView(whole ? account.iban() : Masked.iban(account.iban()), account.bank());
        }
    }

    static OwnerView of(Owner owner, Caller caller) {
        var whole = caller.may(Permission.OWNER_IDENTITY);
        return new OwnerView(
                owner.id(),
                owner.name(),
                owner.otherName(),
                owner.type(),
                owner.status(),
                IdentityView.of(owner.identity(), whole),
                owner.email(),
                owner.phone(),
                owner.otherPhones(),
                owner.address(),
                AccountView.of(owner.bankAccount(), whole),
                owner.nationality(),
                owner.language(),
                owner.note(),
                owner.mergedInto());
    }
}
