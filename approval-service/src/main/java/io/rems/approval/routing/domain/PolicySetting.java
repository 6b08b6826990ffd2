package io.rems.approval.routing.domain;

import io.rems.approval.decision.domain.Rule;
import io.rems.approval.escalation.domain.Patience;
import io.rems.platform.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The settings of a firm that make its policy, with what holds where the firm has set nothing. */
public enum PolicySetting {
    CURRENCY("firm.currency", "KWD"),
    AUTO_APPROVE_LIMIT("approval.autoApproveLimit", "1000.000"),
    ESCALATE_AFTER("approval.escalateAfter", "PT72H"),
    REMIND_AFTER("approval.remindAfter", "PT24H,PT48H"),
    BUSINESS_TIME_ONLY("approval.businessTimeOnly", "false"),
    RULE("approval.rule", "SHARE_MAJORITY"),
    ALLOW_SELF_APPROVAL("approval.allowSelfApproval", "false"),
    /** Read where delegations are; kept here with the others. */
    DELEGATION_CHAINS("approval.delegationChains", "false"),
    SPLIT_WINDOW("approval.splitWindow", "P7D");

    private final String key;
    private final String byDefault;

    PolicySetting(String key, String byDefault) {
        this.key = key;
        this.byDefault = byDefault;
    }

    public String key() {
        return key;
    }

    public static Optional<PolicySetting> named(String key) {
        return Arrays.stream(values())
                .filter(setting -> setting.key.equals(key))
                .findFirst();
    }

    /** The policy under these values; throws where one is not of its type. */
    public static Policy policy(Map<PolicySetting, String> values) {
        var currency = Currency.getInstance(CURRENCY.in(values));
        return new Policy(
                limit(AUTO_APPROVE_LIMIT.in(values), currency),
                Rule.valueOf(RULE.in(values)),
                new Patience(
                        Duration.parse(ESCALATE_AFTER.in(values)),
                        durations(REMIND_AFTER.in(values)),
                        Boolean.parseBoolean(BUSINESS_TIME_ONLY.in(values))),
                Boolean.parseBoolean(ALLOW_SELF_APPROVAL.in(values)),
                Duration.parse(SPLIT_WINDOW.in(values)));
    }

    /** Throws where the value is not of the setting's type: better refused on arrival than when money waits on it. */
    public void check(String value) {
        policy(Map.of(this, value));
    }

    private static List<Duration> durations(String list) {
        return Arrays.stream(list.split(","))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .map(Duration::parse)
                .toList();
    }

    private static Money limit(String amount, Currency currency) {
        var decimals = currency.getDefaultFractionDigits();
        return Money.of(new BigDecimal(amount).setScale(decimals, RoundingMode.DOWN), currency);
    }

    private String in(Map<PolicySetting, String> values) {
        return values.getOrDefault(this, byDefault);
    }
}
