package io.rems.tenant.lease;

import io.rems.platform.Refusal;
import io.rems.tenant.lease.domain.LeaseId;
import io.rems.tenant.lease.domain.LeasePeriod;
import java.util.Map;

/**
 * The unit is taken on some of the days.
 *
 * @param days for which the other lease has the unit
 */
public record LeaseOverlap(LeaseId other, String number, LeasePeriod days) implements Refusal {

    @Override
    public String code() {
        return "LEASE_OVERLAP";
    }

    @Override
    public String detail() {
        return "Lease " + number + " has the unit from " + days + ". Choose other days, or terminate that lease first.";
    }

    @Override
    public Map<String, Object> facts() {
        return Map.of("leaseId", other.value(), "number", number, "from", days.from(), "to", days.to());
    }
}
