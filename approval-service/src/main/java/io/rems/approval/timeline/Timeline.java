package io.rems.approval.timeline;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All that has happened to an expense, the earliest first. */
public record Timeline(List<Entry> entries) {

    /**
     * @param event what happened, as its public event is called: {@code ExpenseSubmitted}, {@code ApprovalVoteCast}
     * @param version of the expense after it; absent where the expense itself stayed as it was
     * @param userId who did it; absent where a service did
     * @param data what the public event tells
     */
    public record Entry(
            String event,
            @Nullable Long version,
            Instant at,
            @Nullable UUID userId,
            @Nullable String service,
            Map<String, Object> data) {}
}
