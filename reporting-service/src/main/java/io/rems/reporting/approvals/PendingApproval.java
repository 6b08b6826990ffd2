package io.rems.reporting.approvals;

import io.r2dbc.spi.Row;
import io.rems.platform.Money;
import io.rems.platform.Share;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * A request that waits for a decision.
 *
 * @param state PENDING or ESCALATED
 */
record PendingApproval(
        UUID expenseId,
        @Nullable PropertyName property,
        @Nullable Money amount,
        @Nullable String description,
        @Nullable String priority,
        String state,
        Urgency urgency,
        @Nullable String rule,
        @Nullable Instant requestedAt,
        Instant deadline,
        @Nullable Instant escalatedAt,
        List<AskedVoter> voters) {

    private static final TypeReference<List<VoterRow>> VOTERS = new TypeReference<>() {};

    /** @param code none, as the name, until the property's own event has come */
    record PropertyName(
            UUID id, @Nullable String code, @Nullable String name) {}

    /** @param verdict none while he has not answered */
    record AskedVoter(
            String type,
            @Nullable UUID ownerId,
            @Nullable String name,
            @Nullable Share share,
            @Nullable String verdict) {}

    static PendingApproval of(Row row, Instant now, JsonMapper json) {
        var deadline = Objects.requireNonNull(row.get("deadline", Instant.class));
        var state = Objects.requireNonNull(row.get("state", String.class));
        return new PendingApproval(
                Objects.requireNonNull(row.get("id", UUID.class)),
                property(row),
                amount(row),
                row.get("description", String.class),
                row.get("priority", String.class),
                state,
                Urgency.of(deadline, now),
                row.get("rule", String.class),
                row.get("requested_at", Instant.class),
                deadline,
                state.equals(ExpenseState.ESCALATED.name()) ? row.get("escalated_at", Instant.class) : null,
                voters(row, json));
    }

    private static @Nullable PropertyName property(Row row) {
        var id = row.get("property_id", UUID.class);
        return id == null ? null : new PropertyName(id, row.get("code", String.class), row.get("name", String.class));
    }

    private static @Nullable Money amount(Row row) {
        var minor = row.get("amount_minor", Long.class);
        return minor == null ? null : new Money(minor, Currency.getInstance(row.get("currency", String.class)));
    }

    private static List<AskedVoter> voters(Row row, JsonMapper json) {
        var voters = row.get("voters", String.class);
        return voters == null
                ? List.of()
                : json.readValue(voters, VOTERS).stream().map(VoterRow::asked).toList();
    }

    private record VoterRow(
            String type,
            @Nullable UUID owner,
            @Nullable String name,
            @Nullable Long numerator,
            @Nullable Long denominator,
            @Nullable String verdict) {

        AskedVoter asked() {
            var share = numerator == null || denominator == null ? null : Share.of(numerator, denominator);
            return new AskedVoter(type, owner, name, share, verdict);
        }
    }
}
