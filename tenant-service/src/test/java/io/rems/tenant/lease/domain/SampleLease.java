package io.rems.tenant.lease.domain;

import io.rems.platform.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** A year's lease, for tests of its rules. */
final class SampleLease {

    static final LocalDate FIRST_DAY = LocalDate.of(2026, 3, 1);
    static final LocalDate LAST_DAY = LocalDate.of(2027, 2, 28);

    private SampleLease() {}

    static LeaseTerms terms() {
        return new LeaseTerms(
                new LeaseId(UUID.randomUUID()),
                "L-2026-001",
                new Premises(UUID.randomUUID(), UUID.randomUUID()),
                new Parties(UUID.randomUUID(), List.of()),
                new LeasePeriod(FIRST_DAY, LAST_DAY),
                Money.of("450.000", "KWD"),
                Money.of("450.000", "KWD"));
    }
}
