package io.rems.firm.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {

    @Test
    void keysAreNotAmbiguous() {
        assertThat(Settings.CATALOGUE)
                .extracting(Setting::key)
                .doesNotHaveDuplicates()
                .hasSize(20);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    approval.autoApproveLimit       | 250.5
                    approval.escalateAfter          | PT5S
                    approval.remindAfter            | PT12H, PT36H
                    approval.rule                   | UNANIMOUS
                    approval.allowSelfApproval      | true
                    approval.splitWindow            | P14D
                    billing.invoiceDueDays          | 0
                    billing.lateFeePercent          | 2.25
                    billing.reminderDays            | 14,7
                    security.maxLoginAttempts       | 3""")
    void acceptsWhatFitsItsType(String key, String value) {
        assertThat(setting(key).accepted(" " + value + " ")).contains(value);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    approval.autoApproveLimit       | -1
                    approval.autoApproveLimit       | 1.0005
                    approval.autoApproveLimit       | 1e9
                    approval.escalateAfter          | 72
                    approval.escalateAfter          | PT0S
                    approval.escalateAfter          | PT99999999H
                    approval.remindAfter            | PT24H,PT24H
                    approval.remindAfter            | PT24H,
                    approval.rule                   | majority
                    approval.allowSelfApproval      | TRUE
                    billing.invoiceDueDays          | 366
                    billing.invoiceDueDays          | 99999999999
                    billing.lateFeePercent          | 100.01
                    billing.reminderDays            | 1,2,3,4,5,6,7,8,9,10,11
                    security.maxLoginAttempts       | 0""")
    void refusesWhatDoesNot(String key, String value) {
        assertThat(setting(key).accepted(value)).isEmpty();
    }

    @Test
    void overrideGoesBeforeTheDefault() {
        assertThat(Settings.MAX_LOGIN_ATTEMPTS.valueOf(null)).isEqualTo(5);
        assertThat(Settings.MAX_LOGIN_ATTEMPTS.valueOf("7")).isEqualTo(7);
        assertThat(SettingType.listOf(SettingType.days(0, 9)).read().apply("7, 3,0"))
                .isEqualTo(List.of(7, 3, 0));
    }

    @Test
    void boundsSayWhatIsAccepted() {
        Settings.CATALOGUE.forEach(setting -> assertThat(Stream.of(
                                Optional.ofNullable(setting.type().bounds().least()),
                                Optional.ofNullable(setting.type().bounds().most()))
                        .flatMap(Optional::stream))
                .as(setting.key())
                .allSatisfy(bound -> assertThat(setting.accepted(bound)).isPresent()));
        Settings.CATALOGUE.forEach(setting -> assertThat(setting.type().bounds().options())
                .as(setting.key())
                .allSatisfy(option -> assertThat(setting.accepted(option)).contains(option)));
    }

    private static Setting<?> setting(String key) {
        return Settings.named(key).orElseThrow();
    }
}
