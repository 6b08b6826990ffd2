package io.rems.ownership.ownership.domain;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.rems.ownership.ownership.domain.Terms.Acquisition;
import io.rems.platform.Share;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Periods for tests: an owner is his name. */
final class Periods {

    private Periods() {}

    static OwnershipPeriod period(String owner, String share, String from, @Nullable String to) {
        var validity = new Validity(LocalDate.parse(from), to == null ? null : LocalDate.parse(to));
        return period(owner, Share.parse(share), validity);
    }

    static OwnershipPeriod period(String owner, Share share, Validity validity) {
        return OwnershipPeriod.begun(
                new PeriodId(UUID.randomUUID()),
                new Holder(idOf(owner), owner),
                HoldingType.INDIVIDUAL,
                share,
                validity,
                new Terms(Acquisition.PURCHASE, false, null, null));
    }

    static UUID idOf(String owner) {
        return UUID.nameUUIDFromBytes(owner.getBytes(UTF_8));
    }
}
