package io.rems.tenant.lease;

import io.rems.platform.Refusal;
import java.util.Map;

/** Numbers of leases are unique in a firm. */
public record NumberTaken(String number) implements Refusal {

    @Override
    public String code() {
        return "LEASE_NUMBER_TAKEN";
    }

    @Override
    public String detail() {
        return "Another lease has the number " + number + ". Choose another.";
    }

    @Override
    public Map<String, Object> facts() {
        return Map.of("number", number);
    }
}
