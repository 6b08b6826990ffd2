package io.rems.ownership.transfer;

import io.rems.ownership.Estate;
import io.rems.platform.Identifiers;
import io.rems.platform.test.TestDatabase;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** What the accountant of an estate does with transfers. */
final class Deals {

    /** Stands for the firm where an owner could stand. */
    static final UUID FIRM = new UUID(0, 0);

    private final Estate estate;

    Deals(Estate estate) {
        this.estate = estate;
    }

    /** A sale. {@code to} names receivers and their shares in turn. */
    static Map<String, Object> sale(UUID property, UUID from, String on, Object... to) {
        var body = new LinkedHashMap<String, Object>();
        body.put("id", Identifiers.next());
        body.put("propertyId", property);
        body.put("from", party(from));
        body.put(
                "to",
                IntStream.range(0, to.length / 2)
                        .mapToObj(i -> award((UUID) to[2 * i], (String) to[2 * i + 1]))
                        .toList());
        body.put("on", on);
        body.put("kind", "SALE");
        body.put("reason", "sold");
        body.put("papers", List.of(Map.of("title", "Contract of sale", "number", "2026/17")));
        return body;
    }

    static Map<String, Object> with(Map<String, Object> body, String field, Object value) {
        var changed = new LinkedHashMap<>(body);
        changed.put(field, value);
        return changed;
    }

    ResponseSpec transfer(Map<String, Object> body) {
        return estate.accountant().post("/api/v1/transfers", body);
    }

    UUID transferred(Map<String, Object> body) {
        transfer(body).expectStatus().isCreated();
        return (UUID) Objects.requireNonNull(body.get("id"));
    }

    UUID scheduled(Map<String, Object> body) {
        return transferred(with(body, "schedule", true));
    }

    ResponseSpec get(UUID transfer) {
        return estate.accountant().get("/api/v1/transfers/{id}", transfer);
    }

    ResponseSpec command(UUID transfer, long version, String command, Map<String, Object> body) {
        return estate.accountant()
                .send(
                        HttpMethod.POST,
                        "/api/v1/transfers/{id}/" + command,
                        body,
                        Map.of("If-Match", "\"" + version + "\""),
                        transfer);
    }

    ResponseSpec reverse(UUID transfer, Map<String, Object> body) {
        return command(transfer, 1, "reversal", with(body, "reason", "the sale was void"));
    }

    void hasState(UUID transfer, String state) {
        get(transfer).expectStatus().isOk().expectBody().jsonPath("$.state").isEqualTo(state);
    }

    void holds(UUID property, String day, UUID holder, String share) {
        var who = holder.equals(FIRM) ? "@.type=='FIRM_DEFAULT'" : "@.ownerId=='" + holder + "'";
        estate.accountant()
                .get("/api/v1/properties/{id}/ownership?asOf={day}", property, day)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.holders[?(" + who + ")].share.fraction")
                .isEqualTo(share);
    }

    /** As if it had been scheduled that many days earlier. */
    void letPass(int days, UUID transfer, TestDatabase database) throws SQLException {
        try (var connection = database.asApp(estate.firm());
                var statement = connection.createStatement()) {
            for (var change : List.of(
                    "transfer SET effective_on = effective_on - %s WHERE id",
                    "transfer_piece SET valid_from = valid_from - %s WHERE transfer_id",
                    "scheduled_transfer SET day = day - %s WHERE transfer_id")) {
                statement.execute("UPDATE " + change.formatted(days) + " = '" + transfer + "'");
            }
        }
    }

    private static Map<String, Object> party(UUID owner) {
        return owner.equals(FIRM) ? Map.of("type", "FIRM_DEFAULT") : Map.of("type", "OWNER", "ownerId", owner);
    }

    private static Map<String, Object> award(UUID owner, String share) {
        var award = new LinkedHashMap<>(party(owner));
        award.put("share", share);
        return award;
    }
}
