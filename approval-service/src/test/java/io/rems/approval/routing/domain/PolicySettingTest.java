package io.rems.approval.routing.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.rems.approval.decision.domain.Rule;
import io.rems.approval.escalation.domain.Patience;
import io.rems.platform.Money;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PolicySettingTest {

    @Test
    void aFirmThatHasSetNothingHasTheDefaults() {
        assertThat(PolicySetting.policy(Map.of()))
                .isEqualTo(new Policy(
                        Money.of("1000.000", "KWD"),
                        Rule.SHARE_MAJORITY,
                        new Patience(Duration.ofHours(72), List.of(Duration.ofHours(24), Duration.ofHours(48)), false),
                        false,
                        Duration.ofDays(7)));
    }

    @Test
    void theLimitIsInTheFirmsCurrency() {
        var values = Map.of(PolicySetting.CURRENCY, "SAR", PolicySetting.AUTO_APPROVE_LIMIT, "250.005");

        assertThat(PolicySetting.policy(values).limit()).isEqualTo(Money.of("250.00", "SAR"));
    }

    @Test
    void aValueOfAnotherTypeIsRefusedOnArrival() {
        assertThatExceptionOfType(DateTimeParseException.class)
                .isThrownBy(() -> PolicySetting.ESCALATE_AFTER.check("three days"));
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> PolicySetting.RULE.check("COIN_TOSS"));
    }
}
