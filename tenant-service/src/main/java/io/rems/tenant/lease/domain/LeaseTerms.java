package io.rems.tenant.lease.domain;

import io.rems.platform.Money;
import org.jspecify.annotations.Nullable;

/**
 * What the parties signed; it does not change with the state of the lease.
 *
 * @param rent for a month
 */
public record LeaseTerms(
        LeaseId id,
        String number,
        Premises premises,
        Parties parties,
        LeasePeriod period,
        Money rent,
        @Nullable Money deposit) {

    public LeaseTerms {
        if (rent.isNegative() || (deposit != null && deposit.isNegative())) {
            throw new IllegalArgumentException("Neither rent nor deposit of a lease can be negative");
        }
        if (deposit != null && !deposit.currency().equals(rent.currency())) {
            throw new IllegalArgumentException("Rent and deposit of a lease are in one currency");
        }
    }
}
