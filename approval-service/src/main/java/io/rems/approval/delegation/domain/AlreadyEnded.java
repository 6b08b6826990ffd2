package io.rems.approval.delegation.domain;

import io.rems.platform.Refusal;
import java.util.Map;

/** Nothing is left to revoke; the facts say since when and why. */
public record AlreadyEnded(Ending ending) implements Refusal {

    @Override
    public String code() {
        return "ALREADY_ENDED";
    }

    @Override
    public String detail() {
        return "The delegation has ended already; nobody acts under it any more.";
    }

    @Override
    public Map<String, Object> facts() {
        return Map.of("cause", ending.cause(), "endedAt", ending.at());
    }
}
