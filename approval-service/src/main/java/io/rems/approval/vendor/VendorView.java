package io.rems.approval.vendor;

import io.rems.platform.access.Caller;
import io.rems.platform.access.Permission;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A vendor as a caller may see him: the account whole only to who has the permission. */
record VendorView(
        UUID id,
        String name,
        @Nullable String type,
        @Nullable String registrationNumber,
        @Nullable String taxNumber,
        @Nullable String address,
        List<Contact> contacts,
        List<String> specialities,
        boolean emergencyAvailable,
        @Nullable AccountView bankAccount,
        @Nullable Rating rating,
        VendorStatus status,
        @Nullable String blockedBecause) {

    record AccountView(String iban, @Nullable String bank) {

        static @Nullable AccountView of(@Nullable BankAccount account, boolean whole) {
            return account == null ? null : new AccountView(whole ? account.iban() : account.masked(), account.bank());
        }
    }

    static VendorView of(Vendor vendor, Caller caller) {
        return new VendorView(
                vendor.id(),
                vendor.name(),
                vendor.type(),
                vendor.registrationNumber(),
                vendor.taxNumber(),
                vendor.address(),
                vendor.contacts(),
                vendor.specialities(),
                vendor.emergencyAvailable(),
                AccountView.of(vendor.bankAccount(), caller.may(Permission.VENDOR_ACCOUNT)),
                vendor.rating(),
                vendor.status(),
                vendor.blockedBecause());
    }
}
