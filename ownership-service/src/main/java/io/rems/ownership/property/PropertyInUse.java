package io.rems.ownership.property;

import io.rems.platform.Refusal;
import io.rems.platform.Share;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A property or unit that leases or shares hold is not archived: tells which, the first of them where there are many. */
record PropertyInUse(String code, String what, Holds holds) implements Refusal {

    static PropertyInUse property(Holds holds) {
        return new PropertyInUse("PROPERTY_IN_USE", "property", holds);
    }

    static PropertyInUse unit(Holds holds) {
        return new PropertyInUse("UNIT_IN_USE", "unit", holds);
    }

    @Override
    public String detail() {
        return "The %s is held by %d leases and %d shares of today or later. End them first."
                .formatted(what, holds.leaseCount(), holds.shareCount());
    }

    @Override
    public Map<String, Object> facts() {
        return Map.of(
                "leases", holds.leases(),
                "leaseCount", holds.leaseCount(),
                "shares", holds.shares(),
                "shareCount", holds.shareCount());
    }

    record HeldByLease(
            UUID leaseId,
            UUID unitId,
            @Nullable String number,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {}

    record HeldByShare(
            UUID periodId,
            UUID ownerId,
            String name,
            Share share,
            LocalDate from,
            @Nullable LocalDate to) {}

    /** What holds a property or a unit. */
    record Holds(List<HeldByLease> leases, long leaseCount, List<HeldByShare> shares, long shareCount) {

        static final int TOLD = 20;

        static Holds of(List<HeldByLease> leases, List<HeldByShare> shares) {
            return new Holds(
                    leases.stream().limit(TOLD).toList(),
                    leases.size(),
                    shares.stream().limit(TOLD).toList(),
                    shares.size());
        }

        boolean nothing() {
            return leaseCount + shareCount == 0;
        }
    }
}
