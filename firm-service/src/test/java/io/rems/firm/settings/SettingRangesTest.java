package io.rems.firm.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.rems.firm.FirmApi;
import io.rems.firm.settings.SettingType.Kind;
import io.rems.platform.test.RemsHttp;
import io.rems.platform.test.RemsHttp.AsCaller;
import io.rems.platform.test.RemsTest;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** What a portal sends for each setting of the catalogue: the ends of its range, what lies beyond them, and what is no value at all. */
@RemsTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SettingRangesTest {
    private static final Map<Kind, String> NO_VALUE = Map.of(
            Kind.AMOUNT, "1,000.000 KWD",
            Kind.PERCENT, "ten",
            Kind.COUNT, "7.5",
            Kind.FLAG, "yes",
            Kind.DURATION, "72 hours",
            Kind.CHOICE, "ANY_OTHER");

    @Autowired
    private RemsHttp http;

    private AsCaller admin;

    @BeforeAll
    void administratorOfAFirm() {
        var api = new FirmApi(http);
        admin = api.adminOf(api.newFirm());
    }

    static Stream<String> keys() {
        return Settings.CATALOGUE.stream().map(Setting::key);
    }

    @ParameterizedTest
    @MethodSource("keys")
    void endsOfTheRangeAreAccepted(String key) {
        for (var value : ends(Settings.required(key))) {
            set(key, value)
                    .expectStatus()
                    .isOk()
                    .expectBody()
                    .jsonPath("$.value")
                    .isEqualTo(value);
        }
        admin.client()
                .delete()
                .uri("/api/v1/settings/{key}", key)
                .exchange()
                .expectStatus()
                .isOk();
    }

    @ParameterizedTest
    @MethodSource("keys")
    void whatIsBeyondTheRangeOrNoValueIsRefusedWithKeyRangeAndUnit(String key) {
        var setting = Settings.required(key);
        for (var value : refused(setting)) {
            set(key, value)
                    .expectStatus()
                    .isEqualTo(422)
                    .expectBody()
                    .jsonPath("$.code")
                    .isEqualTo("VALIDATION_FAILED")
                    .jsonPath("$.errors.length()")
                    .isEqualTo(1)
                    .jsonPath("$.errors[0].field")
                    .isEqualTo("value")
                    .jsonPath("$.errors[0].message")
                    .value((String message) -> assertThat(message).as(value).contains(named(setting)));
        }
        admin.get("/api/v1/settings")
                .expectBody()
                .jsonPath("$.items[?(@.key == '%s')].overridden".formatted(key))
                .isEqualTo(false);
    }

    @ParameterizedTest
    @MethodSource("keys")
    void whatIsNotTextIsMalformedAndNoTextIsMissing(String key) {
        for (var value : List.of(List.of("1"), Map.of("amount", "1"))) {
            put(key, Map.of("value", value)).expectStatus().isBadRequest();
        }
        put(key, Map.of("value", "1", "unit", "days")).expectStatus().isBadRequest();
        put(key, Map.of()).expectStatus().isEqualTo(422);
        put(key, Collections.singletonMap("value", null)).expectStatus().isEqualTo(422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"approval.mood", "approval", "APPROVAL.RULE", "approval.rule "})
    void unknownKeyIsNotFoundWhateverIsAskedOfIt(String key) {
        set(key, "1").expectStatus().isNotFound();
        admin.client()
                .delete()
                .uri("/api/v1/settings/{key}", key)
                .exchange()
                .expectStatus()
                .isNotFound();
        admin.get("/api/v1/settings/{key}/history", key).expectStatus().isNotFound();
    }

    /** What the message must say: whose value it is, how small and large it may be, and of what; or all there is. */
    private static List<String> named(Setting<?> setting) {
        var bounds = setting.type().bounds();
        var named = new ArrayList<>(List.of(setting.key()));
        Stream.of(bounds.unit(), bounds.least(), bounds.most())
                .filter(Objects::nonNull)
                .map(bound -> bound.replace("percent", "percentage"))
                .forEach(named::add);
        named.addAll(bounds.options());
        return named;
    }

    private static List<String> ends(Setting<?> setting) {
        var bounds = setting.type().bounds();
        return bounds.least() == null || bounds.most() == null
                ? bounds.options()
                : List.of(bounds.least(), bounds.most());
    }

    private static List<String> refused(Setting<?> setting) {
        var bounds = setting.type().bounds();
        var refused = new ArrayList<>(List.of(NO_VALUE.get(setting.type().kind()), "null", "-", "٥"));
        if (bounds.least() != null && bounds.most() != null) {
            refused.add(beyond(setting.type().kind(), bounds.least(), -1));
            refused.add(beyond(setting.type().kind(), bounds.most(), 1));
        }
        if (setting.type().list()) {
            ends(setting)
                    .forEach(end -> Stream.of(
                                    ",",
                                    "," + end,
                                    "," + NO_VALUE.get(setting.type().kind()))
                            .forEach(more -> refused.add(end + more)));
        }
        return refused;
    }

    /** The next value below the smallest or above the largest. */
    private static String beyond(Kind kind, String bound, int direction) {
        return switch (kind) {
            case COUNT -> String.valueOf(Integer.parseInt(bound) + direction);
            case DURATION -> Duration.parse(bound).plusSeconds(direction).toString();
            case AMOUNT, PERCENT ->
                new BigDecimal(bound)
                        .add(new BigDecimal(direction).movePointLeft(3))
                        .toPlainString();
            case FLAG, CHOICE -> throw new IllegalArgumentException(kind + " has no range");
        };
    }

    private ResponseSpec set(String key, String value) {
        return put(key, Map.of("value", value));
    }

    private ResponseSpec put(String key, Map<String, ?> body) {
        return admin.send(HttpMethod.PUT, "/api/v1/settings/{key}", body, Map.of(), key);
    }
}
