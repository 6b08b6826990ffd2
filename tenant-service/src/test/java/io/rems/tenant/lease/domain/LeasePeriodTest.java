package io.rems.tenant.lease.domain;

import static io.rems.tenant.lease.domain.SampleLease.FIRST_DAY;
import static io.rems.tenant.lease.domain.SampleLease.LAST_DAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.rems.platform.Money;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LeasePeriodTest {

    private final LeasePeriod year = new LeasePeriod(FIRST_DAY, LAST_DAY);

    @Test
    void bothFirstAndLastDayBelongToTheLease() {
        assertThat(year.contains(FIRST_DAY)).isTrue();
        assertThat(year.contains(LAST_DAY)).isTrue();
        assertThat(year.contains(FIRST_DAY.minusDays(1))).isFalse();
        assertThat(year.contains(LAST_DAY.plusDays(1))).isFalse();
    }

    @Test
    void leaseOfOneDayIsPossibleAndOneThatEndsBeforeItBeginsIsNot() {
        assertThat(new LeasePeriod(FIRST_DAY, FIRST_DAY).contains(FIRST_DAY)).isTrue();
        assertThatIllegalArgumentException().isThrownBy(() -> new LeasePeriod(FIRST_DAY, FIRST_DAY.minusDays(1)));
    }

    @Test
    void leaseIsOverOnTheDayAfterItsLast() {
        assertThat(year.isOverOn(LAST_DAY)).isFalse();
        assertThat(year.isOverOn(LAST_DAY.plusDays(1))).isTrue();
    }

    @Test
    void tenantIsNotAlsoHisOwnCoTenant() {
        var tenant = UUID.randomUUID();
        var wife = UUID.randomUUID();

        var parties = new Parties(tenant, List.of(wife, tenant, wife));

        assertThat(parties.coTenants()).containsExactly(wife);
    }

    @Test
    void rentAndDepositAreInOneCurrencyAndNeverNegative() {
        var terms = SampleLease.terms();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> with(terms, terms.rent().negated(), null));
        assertThatIllegalArgumentException().isThrownBy(() -> with(terms, terms.rent(), Money.of("100.00", "USD")));
    }

    private static LeaseTerms with(LeaseTerms terms, Money rent, @Nullable Money deposit) {
        return new LeaseTerms(
                terms.id(), terms.number(), terms.premises(), terms.parties(), terms.period(), rent, deposit);
    }
}
