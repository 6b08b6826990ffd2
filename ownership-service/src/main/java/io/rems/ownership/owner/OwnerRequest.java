package io.rems.ownership.owner;

import io.rems.platform.Identifiers;
import io.rems.platform.problem.InvalidRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** @param allowDuplicate that another owner has the same identity document is no mistake */
record OwnerRequest(
        @Nullable UUID id,
        @NotBlank @Size(max = 200) String name,
        @Nullable @Size(max = 200) String otherName,
        @NotNull OwnerType type,
        @Nullable @Valid IdentityGiven identity,
        @Nullable @Email @Size(max = 254) String email,
        @Nullable @Size(max = 40) String phone,

        @Nullable @Size(max = 10) List<@NotBlank @Size(max = 40) String> otherPhones,

        @Nullable @Size(max = 500) String address,
        @Nullable @Valid AccountGiven bankAccount,
        @Nullable @Size(max = 100) String nationality,

        @Nullable @Pattern(regexp = "[a-z]{2}", message = "Give two letters, such as en or ar")
        String language,

        @Nullable @Size(max = 2000) String note,
        @Nullable Boolean allowDuplicate) {

    /** @param country that issued it; KW if absent */
    record IdentityGiven(
            @NotNull Identity.Type type,
            @NotBlank @Size(max = 60) String number,
            @Nullable @Size(max = 2) String country,
            @Nullable LocalDate expiresOn) {

        Identity identity() {
            return new Identity(type, number, country == null ? "KW" : country, expiresOn);
        }
    }

    record AccountGiven(
            @NotBlank @Size(max = 60) String iban,
            @Nullable @Size(max = 200) String bank) {

        BankAccount account() {
            return new BankAccount(iban, bank);
        }
    }

    boolean allowsDuplicate() {
        return Boolean.TRUE.equals(allowDuplicate);
    }

    Owner registered() {
        return as(id == null ? Identifiers.next() : id);
    }

    Owner changed(UUID owner) {
        if (id != null && !id.equals(owner)) {
            throw new InvalidRequest("id", "IMMUTABLE", "The owner of this address has another id.");
        }
        return as(owner);
    }

    private Owner as(UUID owner) {
        return new Owner(
                owner,
                name,
                otherName,
                type,
                OwnerStatus.ACTIVE,
                identity == null ? null : InvalidRequest.unless("identity.number", identity::identity),
                email,
                phone,
                otherPhones == null ? List.of() : List.copyOf(otherPhones),
                address,
                bankAccount == null ? null : InvalidRequest.unless("bankAccount.iban", bankAccount::account),
                nationality,
                language,
                note,
                null);
    }
}
