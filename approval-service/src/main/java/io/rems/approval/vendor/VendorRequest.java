package io.rems.approval.vendor;

import io.rems.platform.Identifiers;
import io.rems.platform.problem.InvalidRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the firm says of a vendor; {@code id} is for new ones only. */
record VendorRequest(
        @Nullable UUID id,
        @NotBlank @Size(max = 200) String name,
        @Nullable @Size(max = 60) String type,
        @Nullable @Size(max = 50) String registrationNumber,
        @Nullable @Size(max = 50) String taxNumber,
        @Nullable @Size(max = 500) String address,
        @Nullable @Size(max = 20) List<@Valid Contact> contacts,
        @Nullable @Size(max = 30) List<@NotBlank @Size(max = 100) String> specialities,
        @Nullable Boolean emergencyAvailable,
        @Nullable @Valid AccountGiven bankAccount) {

    record AccountGiven(
            @NotBlank @Size(max = 60) String iban,
            @Nullable @Size(max = 200) String bank) {

        BankAccount account() {
            return new BankAccount(iban, bank);
        }
    }

    Vendor added() {
        return described(id == null ? Identifiers.next() : id);
    }

    Vendor described(UUID vendor) {
        return new Vendor(
                vendor,
                name,
                type,
                registrationNumber,
                taxNumber,
                address,
                contacts == null ? List.of() : List.copyOf(contacts),
                specialities == null
                        ? List.of()
                        : specialities.stream().map(String::strip).distinct().toList(),
                Boolean.TRUE.equals(emergencyAvailable),
                bankAccount == null ? null : InvalidRequest.unless("bankAccount.iban", bankAccount::account),
                null,
                VendorStatus.ACTIVE,
                null);
    }
}
