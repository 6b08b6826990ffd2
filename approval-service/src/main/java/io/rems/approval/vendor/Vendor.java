package io.rems.approval.vendor;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A person or company whom expenses are paid to. */
record Vendor(
        UUID id,
        String name,
        @Nullable String type,
        @Nullable String registrationNumber,
        @Nullable String taxNumber,
        @Nullable String address,
        List<Contact> contacts,
        List<String> specialities,
        boolean emergencyAvailable,
        @Nullable BankAccount bankAccount,
        @Nullable Rating rating,
        VendorStatus status,
        @Nullable String blockedBecause) {

    /** The same vendor with other facts; who blocked him and who praised him is not for them to say. */
    Vendor described(Vendor facts) {
        return new Vendor(
                id,
                facts.name,
                facts.type,
                facts.registrationNumber,
                facts.taxNumber,
                facts.address,
                facts.contacts,
                facts.specialities,
                facts.emergencyAvailable,
                facts.bankAccount,
                rating,
                status,
                blockedBecause);
    }

    Vendor blocked(String reason) {
        return standing(VendorStatus.BLOCKED, reason);
    }

    Vendor unblocked() {
        return standing(VendorStatus.ACTIVE, null);
    }

    private Vendor standing(VendorStatus next, @Nullable String reason) {
        return new Vendor(
                id,
                name,
                type,
                registrationNumber,
                taxNumber,
                address,
                contacts,
                specialities,
                emergencyAvailable,
                bankAccount,
                rating,
                next,
                reason);
    }
}
