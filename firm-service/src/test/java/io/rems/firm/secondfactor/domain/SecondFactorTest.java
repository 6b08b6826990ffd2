package io.rems.firm.secondfactor.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.rems.firm.secondfactor.domain.Proof.Nothing;
import io.rems.firm.secondfactor.domain.Proof.TimeCode;
import io.rems.firm.secondfactor.domain.Proof.UnusedRecoveryCode;
import io.rems.firm.secondfactor.domain.SecondFactor.Active;
import io.rems.firm.secondfactor.domain.SecondFactor.Closed;
import io.rems.firm.secondfactor.domain.SecondFactor.Offered;
import io.rems.firm.secondfactor.domain.SecondFactor.Verdict.Accepted;
import io.rems.firm.secondfactor.domain.SecondFactor.Verdict.Refused;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SecondFactorTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final CodeRules RULES = new CodeRules(5, Duration.ofMinutes(15));

    @Test
    void codeOfALaterStepIsAcceptedAndForgivesFailures() {
        assertThat(new Active(100, 3).judge(new TimeCode(101), RULES, NOON))
                .isEqualTo(new Accepted(new Active(101, 0)));
    }

    @Test
    void noCodeIsGoodTwice() {
        assertThat(new Active(100, 0).judge(new TimeCode(100), RULES, NOON)).isEqualTo(new Refused(new Active(100, 1)));
        assertThat(new Active(100, 0).judge(new TimeCode(99), RULES, NOON)).isEqualTo(new Refused(new Active(100, 1)));
    }

    @Test
    void recoveryCodeIsAcceptedAndLeavesTheAuthenticatorAlone() {
        assertThat(new Active(100, 2).judge(new UnusedRecoveryCode(), RULES, NOON))
                .isEqualTo(new Accepted(new Active(100, 0)));
    }

    @Test
    void fifthWrongCodeClosesItForAWhileEvenToARightOne() {
        var closed = new Closed(100, NOON.plus(Duration.ofMinutes(15)));

        assertThat(new Active(100, 4).judge(new Nothing(), RULES, NOON)).isEqualTo(new Refused(closed));
        assertThat(closed.judge(new TimeCode(101), RULES, NOON)).isEqualTo(new Refused(closed));
        assertThat(closed.judge(new UnusedRecoveryCode(), RULES, NOON)).isEqualTo(new Refused(closed));
        assertThat(closed.judge(new TimeCode(131), RULES, closed.until())).isEqualTo(new Accepted(new Active(131, 0)));
        assertThat(closed.judge(new Nothing(), RULES, closed.until())).isEqualTo(new Refused(new Active(100, 1)));
    }

    @Test
    void whatIsOnlyOfferedCountsForNothing() {
        assertThat(new Offered().judge(new TimeCode(101), RULES, NOON)).isEqualTo(new Refused(new Offered()));
    }
}
