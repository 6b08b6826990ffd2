package io.rems.firm.signin.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.rems.firm.signin.domain.Attempts.Counting;
import io.rems.firm.signin.domain.Attempts.Locked;
import io.rems.firm.signin.domain.Attempts.Verdict.Admitted;
import io.rems.firm.signin.domain.Attempts.Verdict.Refused;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class AttemptsTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final LoginRules RULES = new LoginRules(5, Duration.ofMinutes(30));

    @Test
    void fifthFailureLocks() {
        assertThat(new Counting(3).judge(false, RULES, NOON)).isEqualTo(new Refused(new Counting(4)));
        assertThat(new Counting(4).judge(false, RULES, NOON))
                .isEqualTo(new Refused(new Locked(NOON.plus(Duration.ofMinutes(30)))));
    }

    @Test
    void rightPasswordAdmitsAfterFourFailures() {
        assertThat(new Counting(4).judge(true, RULES, NOON)).isEqualTo(new Admitted());
    }

    @Test
    void rightPasswordIsRefusedWhileLocked() {
        var locked = new Locked(NOON.plusSeconds(1));

        assertThat(locked.judge(true, RULES, NOON)).isEqualTo(new Refused(locked));
    }

    @Test
    void lockThatIsOverBeginsAnew() {
        var locked = new Locked(NOON);

        assertThat(locked.judge(true, RULES, NOON)).isEqualTo(new Admitted());
        assertThat(locked.judge(false, RULES, NOON)).isEqualTo(new Refused(new Counting(1)));
    }

    @Test
    void strictestOfSeveralFirmsCounts() {
        var hasty = new LoginRules(3, Duration.ofMinutes(5));

        assertThat(LoginRules.strictest(List.of(hasty, RULES))).contains(new LoginRules(3, Duration.ofMinutes(30)));
        assertThat(LoginRules.strictest(List.of())).isEmpty();
    }
}
