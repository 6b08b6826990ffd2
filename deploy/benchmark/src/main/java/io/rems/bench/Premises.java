package io.rems.bench;

import io.rems.local.App;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** Properties that an owner and the firm hold by halves, as approval-service has been told, and two administrators. */
final class Premises {

    private static final String BEFORE_ANY_EXPENSE = "1940-01-01";

    private Premises() {}

    static Stream<UUID> named(Target target, Stream<String> codes) {
        target.appointAnother();
        var owner = Target.id(Target.post(
                target.throughGateway("/api/v1/owners"),
                target.accessToken(),
                Map.of("name", "Noor Al-Salem", "type", "INDIVIDUAL", "language", "en")));
        var properties = codes.map(code -> property(target, code, owner)).toList();
        Kafka.awaitConsumed(target.stack().kafkaBootstrap());
        return properties.stream();
    }

    private static UUID property(Target target, String code, UUID owner) {
        var property = Target.id(Target.post(
                target.throughGateway("/api/v1/properties"),
                target.accessToken(),
                Map.of("code", code, "name", "Tower " + code, "type", "RESIDENTIAL")));
        var half = Map.of(
                "from",
                BEFORE_ANY_EXPENSE,
                "reason",
                "Bought",
                "shares",
                Stream.of(Map.of("ownerId", owner, "share", "1/2")).toList());
        target.put(
                        target.pastGateway(App.OWNERSHIP, "/api/v1/properties/" + property + "/ownership"),
                        0,
                        JsonMapper.shared().writeValueAsBytes(half))
                .block();
        return property;
    }
}
