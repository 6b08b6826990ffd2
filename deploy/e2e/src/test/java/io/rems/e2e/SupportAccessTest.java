package io.rems.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the operator does for a firm: only as far as he was let in, and as long as it wants him. */
@EndToEnd
class SupportAccessTest {
    private static final Duration AT_ONCE = Duration.ofSeconds(1);
    private static final Duration HEARD = Duration.ofSeconds(20);

    private SampleFirm firm;
    private Person ofRems;
    private Person operator;

    @BeforeEach
    void someFirm(Suite suite) {
        firm = SampleFirm.empty(suite, "Supported " + UUID.randomUUID());
        ofRems = suite.operator();
        operator = ofRems.in(firm.id());
        operator.get("/api/v1/owners").expect(403);
    }

    @Test
    void firmShowsTheOperatorOutWithinASecond() {
        var access = granted(false);
        operator.create("/api/v1/owners", Map.of("name", "Mended", "type", "INDIVIDUAL"));

        end(access);

        await().pollInterval(Duration.ofMillis(20))
                .atMost(AT_ONCE)
                .until(() -> operator.get("/api/v1/owners").status() == 403);
    }

    @Test
    void unlessItWasSaidTheOperatorOnlyReads() {
        var access = granted(true);

        assertThat(operator.post("/api/v1/owners", Map.of("name", "No", "type", "INDIVIDUAL")))
                .returns(403, Answer::status)
                .returns("PERMISSION_DENIED", Answer::code);
        end(access);
    }

    private UUID granted(boolean readOnly) {
        var access = ofRems.create(
                "/api/v1/platform/firms/" + firm.id() + "/support-accesses",
                Map.of("reason", "Help with owners", "hours", 1, "readOnly", readOnly));
        await().atMost(HEARD).until(() -> operator.get("/api/v1/owners").isSuccess());
        return access;
    }

    private void end(UUID access) {
        assertThat(firm.administrator()
                        .call("POST", "/api/v1/support-accesses/" + access + "/end")
                        .send()
                        .isSuccess())
                .isTrue();
    }
}
