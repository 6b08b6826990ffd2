package io.rems.ownership.history;

import io.rems.ownership.Estate;
import io.rems.platform.Identifiers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.json.JsonMapper;

/** Steps that let shares change hands, as the accountant asks for them. */
final class ApiTransfers {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private record Recorded(UUID id, int version) {}

    private final Estate estate;
    private final UUID property;
    private final Map<String, UUID> owners;
    private final List<Recorded> recorded = new ArrayList<>();

    ApiTransfers(Estate estate, UUID property, Map<String, UUID> owners) {
        this.estate = estate;
        this.property = property;
        this.owners = owners;
    }

    ResponseSpec send(Step.Transfer step) {
        var body = new LinkedHashMap<String, Object>(Map.of(
                "id", Identifiers.next(),
                "propertyId", property,
                "kind", "GIFT",
                "from", party(step.giver()),
                "on", Held.date(step.from()),
                "to",
                        step.awards().entrySet().stream()
                                .map(award -> with(party(award.getKey()), "share", award.getValue()))
                                .toList()));
        if (step.until() != null) {
            body.put("until", Held.date(step.until()));
        }
        return estate.accountant().post("/api/v1/transfers", body);
    }

    ResponseSpec send(Step.Inherit step) {
        var heirs = step.fractions().entrySet().stream()
                .map(heir -> Map.of("ownerId", owner(heir.getKey()), "fraction", heir.getValue()))
                .toList();
        return estate.accountant()
                .post(
                        "/api/v1/owners/{id}/inheritance",
                        Map.of("on", Held.date(step.from()), "heirs", heirs),
                        owner(step.owner()));
    }

    ResponseSpec send(Step.Reverse step) {
        var transfer = recorded.get(step.transfer());
        return estate.accountant()
                .send(
                        HttpMethod.POST,
                        "/api/v1/transfers/{id}/reversal",
                        Map.of("on", Held.date(step.from()), "reason", "Void"),
                        Map.of("If-Match", "\"" + transfer.version() + "\""),
                        transfer.id());
    }

    /** Remembers what can be taken back. */
    void done(Step step, String answer) {
        switch (step) {
            case Step.Transfer _ -> add(answer, "/id");
            case Step.Inherit _ -> add(answer, "/transfers/0/transferId");
            case Step.Reverse(var which, var _) -> {
                add(answer, "/id");
                recorded.set(
                        which,
                        new Recorded(
                                recorded.get(which).id(), recorded.get(which).version() + 1));
            }
            default -> {}
        }
    }

    private void add(String answer, String where) {
        recorded.add(
                new Recorded(UUID.fromString(JSON.readTree(answer).at(where).asString()), 1));
    }

    private Map<String, Object> party(String name) {
        return name.equals(Oracle.FIRM)
                ? Map.of("type", "FIRM_DEFAULT")
                : Map.of("type", "OWNER", "ownerId", owner(name));
    }

    private UUID owner(String name) {
        return Objects.requireNonNull(owners.get(name));
    }

    private static Map<String, Object> with(Map<String, Object> body, String field, Object value) {
        var changed = new LinkedHashMap<>(body);
        changed.put(field, value);
        return changed;
    }
}
