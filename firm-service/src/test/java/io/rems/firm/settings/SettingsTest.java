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
                .hasSize(21);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
                    approval.autoApproveLimit       | AMOUNT   | false | 1000.000       | currency          | 0    | 999999999999.999
                    approval.escalateAfter          | DURATION | false | PT72H          | ISO 8601 duration | PT1S | PT8760H
                    approval.remindAfter            | DURATION | true  | PT24H,PT48H    | ISO 8601 duration | PT1S | PT8760H
                    approval.rule                   | CHOICE   | false | SHARE_MAJORITY | -                 | -    | -
                    approval.allowSelfApproval      | FLAG     | false | false          | -                 | -    | -
                    approval.splitWindow            | DURATION | false | P7D            | ISO 8601 duration | PT0S | PT8760H
                    approval.businessTimeOnly       | FLAG     | false | false          | -                 | -    | -
                    maintenance.approvalThreshold   | AMOUNT   | false | 500.000        | currency          | 0    | 999999999999.999
                    maintenance.emergencyResponse   | DURATION | false | PT2H           | ISO 8601 duration | PT1M | PT8760H
                    billing.invoiceDueDays          | COUNT    | false | 30             | days              | 0    | 365
                    billing.generateDaysAhead       | COUNT    | false | 7              | days              | 0    | 90
                    billing.lateFeePercent          | PERCENT  | false | 10             | percent           | 0    | 100
                    billing.lateFeeGraceDays        | COUNT    | false | 3              | days              | 0    | 90
                    billing.proration               | CHOICE   | false | ACTUAL_DAYS    | -                 | -    | -
                    billing.allocation              | CHOICE   | false | OLDEST_FIRST   | -                 | -    | -
                    billing.reminderDays            | COUNT    | true  | 7,3,0          | days              | 0    | 90
                    ownership.managementFeePercent  | PERCENT  | false | 5              | percent           | 0    | 100
                    security.maxLoginAttempts       | COUNT    | false | 5              | attempts          | 3    | 20
                    security.lockout                | DURATION | false | PT30M          | ISO 8601 duration | PT1M | PT24H""")
    void everySettingSaysWhatAPageNeedsToKnow(
            String key, SettingType.Kind kind, boolean list, String preset, String unit, String least, String most) {
        var entry = CatalogueEntry.of(setting(key));

        assertThat(entry)
                .returns(kind, CatalogueEntry::type)
                .returns(list, CatalogueEntry::list)
                .returns(preset, CatalogueEntry::defaultValue)
                .returns(unit, CatalogueEntry::unit)
                .returns(least, CatalogueEntry::minimum)
                .returns(most, CatalogueEntry::maximum);
        assertThat(entry.description()).endsWith(".");
        assertThat(entry.options().isEmpty())
                .isEqualTo(kind != SettingType.Kind.CHOICE && kind != SettingType.Kind.FLAG);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    approval.autoApproveLimit       | 250.5
                    approval.escalateAfter          | PT5S
                    approval.remindAfter            | PT12H, PT36H
                    approval.rule                   | UNANIMOUS
                    approval.allowSelfApproval      | true
                    approval.delegationChains       | true
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
