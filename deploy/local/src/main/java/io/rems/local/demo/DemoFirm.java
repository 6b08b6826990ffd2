package io.rems.local.demo;

import com.github.f4b6a3.uuid.UuidCreator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A firm as its resource file describes it. Everything in it has the same identifier on every machine. */
final class DemoFirm {

    static final DemoFirm KUWAIT_PROPERTIES = of("kuwait-properties");
    static final DemoFirm GULF_REAL_ESTATE = of("gulf-real-estate");
    static final DemoFirm AL_SALAM = of("al-salam");
    static final List<DemoFirm> ALL = List.of(KUWAIT_PROPERTIES, GULF_REAL_ESTATE, AL_SALAM);

    private static final UUID NAMESPACE = UUID.fromString("5b0c4c1e-3a6f-5d0e-9d1c-7f2a1b9e4d60");

    private final String key;
    private final UUID id;
    private final JsonNode content;

    private DemoFirm(String key, JsonNode content) {
        this.key = key;
        this.id = UuidCreator.getNameBasedSha1(NAMESPACE, "firms/" + key);
        this.content = content;
    }

    private static DemoFirm of(String key) {
        try (var resource = Objects.requireNonNull(DemoFirm.class.getResourceAsStream(key + ".json"), key)) {
            return new DemoFirm(key, JsonMapper.shared().readTree(resource));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    UUID id() {
        return id;
    }

    String name() {
        return firm().path("name").asString();
    }

    JsonNode firm() {
        return content.path("firm");
    }

    List<JsonNode> section(String name) {
        return content.path(name).valueStream().toList();
    }

    /** Of what a section calls by this key, as in {@code owners/nasser}. */
    UUID idOf(String reference) {
        return UuidCreator.getNameBasedSha1(id, "demo/" + reference);
    }

    /** People work in several firms: their logins are of none. */
    static UUID userId(String email) {
        return UuidCreator.getNameBasedSha1(NAMESPACE, "users/" + email);
    }

    UUID assignmentId(String email) {
        return idOf("people/" + email);
    }

    String administrator() {
        return emailOf("ADMIN");
    }

    String accountant() {
        return emailOf("ACCOUNTANT");
    }

    /** The first with the role. */
    private String emailOf(String role) {
        return section("people").stream()
                .filter(person -> person.path("role").asString().equals(role))
                .map(person -> person.path("email").asString())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(key + " has no " + role));
    }
}
