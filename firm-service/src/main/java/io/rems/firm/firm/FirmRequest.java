package io.rems.firm.firm;

import io.rems.platform.Identifiers;
import io.rems.platform.access.FirmId;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

record NewFirm(
        @Nullable UUID id,
        @NotBlank @Size(max = 200) String name,
        @Nullable @Size(max = 200) String legalName,
        @NotNull @Email @Size(max = 254) String email,
        @Nullable Currency currency,
        @Nullable ZoneId timeZone) {

    Firm firm(Instant now) {
        return new Firm(
                new FirmId(id == null ? Identifiers.next() : id),
                name.strip(),
                legalName,
                email.strip(),
                currency == null ? Currency.getInstance("KWD") : currency,
                timeZone == null ? ZoneId.of("Asia/Kuwait") : timeZone,
                new Standing(FirmStatus.ACTIVE, null, now),
                now,
                1);
    }
}
