package io.rems.tenant.lease.domain;

import static io.rems.platform.Outcome.accepted;
import static io.rems.platform.Outcome.refused;
import static io.rems.tenant.lease.domain.SampleLease.FIRST_DAY;
import static io.rems.tenant.lease.domain.SampleLease.LAST_DAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.rems.tenant.lease.domain.LeaseEvent.LeaseActivated;
import io.rems.tenant.lease.domain.LeaseEvent.LeaseDrafted;
import io.rems.tenant.lease.domain.LeaseEvent.LeaseEnded;
import io.rems.tenant.lease.domain.LeaseEvent.LeaseTerminated;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class LeaseRecordTest {

    private static final LocalDate LONG_AFTER = LAST_DAY.plusYears(1);

    private final LeaseTerms terms = SampleLease.terms();

    @Test
    void pastLeaseIsToldFromItsDraftOn() {
        var record = new LeaseRecord(terms, LeaseState.ENDED, null, null);

        var outcome = record.replayed(LONG_AFTER);

        assertThat(outcome)
                .isEqualTo(accepted(
                        new Lease.Ended(terms),
                        new LeaseDrafted(terms),
                        new LeaseActivated(terms),
                        new LeaseEnded(terms)));
    }

    @Test
    void leaseThatStillRunsIsNotRecordedAsEnded() {
        var record = new LeaseRecord(terms, LeaseState.ENDED, null, null);

        assertThat(record.replayed(LAST_DAY)).isEqualTo(refused(LeaseRefusal.LEASE_NOT_OVER));
    }

    @Test
    void lapsedLeaseMayBeRecordedAsActive() {
        var record = new LeaseRecord(terms, LeaseState.ACTIVE, null, null);

        assertThat(record.replayed(LONG_AFTER))
                .isEqualTo(accepted(new Lease.Active(terms), new LeaseDrafted(terms), new LeaseActivated(terms)));
    }

    @Test
    void terminationOfUnknownDayIsTakenForTheLastDay() {
        var record = new LeaseRecord(terms, LeaseState.TERMINATED, null, null);

        var outcome = record.replayed(LONG_AFTER);

        var untold = "Recorded without a reason";
        assertThat(outcome)
                .isEqualTo(accepted(
                        new Lease.Terminated(terms, LAST_DAY, untold),
                        new LeaseDrafted(terms),
                        new LeaseActivated(terms),
                        new LeaseTerminated(terms, LAST_DAY, untold)));
    }

    @Test
    void terminationIsRecordedAsTheBooksHaveIt() {
        var record = new LeaseRecord(terms, LeaseState.TERMINATED, FIRST_DAY.plusMonths(2), "Job in Dubai");

        var outcome = record.replayed(LONG_AFTER);

        assertThat(outcome)
                .extracting("state")
                .isEqualTo(new Lease.Terminated(terms, FIRST_DAY.plusMonths(2), "Job in Dubai"));
    }
}
