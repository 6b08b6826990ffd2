package io.rems.ownership.transfer.domain;

import io.rems.platform.Refusal;
import io.rems.platform.Share;
import java.util.Map;

/** The parts of those who receive do not add up to what is given. */
public record SharesDiffer(Share given, Share received) implements Refusal {

    @Override
    public String code() {
        return "SHARES_DIFFER";
    }

    @Override
    public String detail() {
        return "%s is given, but those who receive get %s together. Make both the same.".formatted(given, received);
    }

    @Override
    public Map<String, Object> facts() {
        return Map.of("given", given.toString(), "received", received.toString());
    }
}
