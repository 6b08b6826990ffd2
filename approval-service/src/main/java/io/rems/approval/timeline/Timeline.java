package io.rems.approval.timeline;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
            Map<String, Object> data) {

        private static final Set<String> OF_VOTER_ONLY = Set.of("userId", "comment", "onBehalfOf", "delegationIds");

        /** Of the votes of others, an owner sees what they were and of which share. */
        Entry seenBy(UUID owner) {
            return !event.equals("ApprovalVoteCast") || isOf(owner)
                    ? this
                    : new Entry(event, version, at, null, null, withoutVoter());
        }

        private boolean isOf(UUID owner) {
            return data.get("voter") instanceof Map<?, ?> voter
                    && owner.toString().equals(voter.get("ownerId"));
        }

        private Map<String, Object> withoutVoter() {
            var shown = new LinkedHashMap<>(data);
            shown.keySet().removeAll(OF_VOTER_ONLY);
            return shown;
        }
    }

    /** As an owner may read it. */
    public Timeline seenBy(UUID owner) {
        return new Timeline(entries.stream().map(entry -> entry.seenBy(owner)).toList());
    }
}
