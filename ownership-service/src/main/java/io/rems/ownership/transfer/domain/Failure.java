package io.rems.ownership.transfer.domain;

import io.rems.platform.Refusal;
import java.time.Instant;
import java.util.Map;

/** Why a scheduled transfer did not take effect on its day, as the refusal said it. */
public record Failure(String code, String detail, Map<String, Object> facts, Instant at) {

    public Failure {
        facts = Map.copyOf(facts);
    }

    static Failure of(Refusal refusal, Instant at) {
        return new Failure(refusal.code(), refusal.detail(), refusal.facts(), at);
    }
}
