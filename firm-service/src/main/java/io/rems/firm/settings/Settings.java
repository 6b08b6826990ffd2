package io.rems.firm.settings;

import static io.rems.firm.settings.SettingType.amount;
import static io.rems.firm.settings.SettingType.choice;
import static io.rems.firm.settings.SettingType.count;
import static io.rems.firm.settings.SettingType.days;
import static io.rems.firm.settings.SettingType.duration;
import static io.rems.firm.settings.SettingType.flag;
import static io.rems.firm.settings.SettingType.listOf;
import static io.rems.firm.settings.SettingType.listOrNone;
import static io.rems.firm.settings.SettingType.percent;

import io.rems.platform.access.Role;
import io.rems.platform.problem.NotFound;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The one catalogue of what firms can set. Services learn of changes by event and hold the values they need. */
public final class Settings {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration YEAR = Duration.ofDays(365);

    public static final Setting<Integer> MAX_LOGIN_ATTEMPTS = new Setting<>(
            "security.maxLoginAttempts",
            count("attempts", 3, 20),
            "5",
            "Failed sign-ins in a row after which an account is locked. Of several firms the strictest counts.");

    public static final Setting<Duration> LOCKOUT = new Setting<>(
            "security.lockout",
            duration(Duration.ofMinutes(1), Duration.ofDays(1)),
            "PT30M",
            "How long an account stays locked. Of several firms the strictest counts.");

    public static final Setting<List<String>> SECOND_FACTOR_ROLES = new Setting<>(
            "security.secondFactorRoles",
            listOrNone(choice(Arrays.stream(Role.values()).map(Role::name).toArray(String[]::new))),
            "",
            "Roles whose holders sign in with a second factor. Who has none sets one up at the next sign-in.");

    static final List<Setting<?>> CATALOGUE = List.of(
            new Setting<>(
                    "approval.autoApproveLimit",
                    amount(),
                    "1000.000",
                    "Expenses up to this amount are approved without asking."),
            new Setting<>(
                    "approval.escalateAfter",
                    duration(SECOND, YEAR),
                    "PT72H",
                    "Time after which an undecided request goes to the administrators."),
            new Setting<>(
                    "approval.remindAfter",
                    listOf(duration(SECOND, YEAR)),
                    "PT24H,PT48H",
                    "Times after which those who have not voted are reminded."),
            new Setting<>(
                    "approval.rule",
                    choice("SHARE_MAJORITY", "ANY_OWNER", "PRIMARY_CONTACT", "UNANIMOUS"),
                    "SHARE_MAJORITY",
                    "When the votes of a property's holders approve an expense."),
            new Setting<>(
                    "approval.allowSelfApproval",
                    flag(),
                    "false",
                    "Whether somebody may decide on an expense he submitted himself."),
            new Setting<>(
                    "approval.delegationChains",
                    flag(),
                    "false",
                    "Whether whoever acts for an owner may let others act for that owner too, three steps at most."),
            new Setting<>(
                    "approval.splitWindow",
                    duration(Duration.ZERO, YEAR),
                    "P7D",
                    "Expenses of one vendor on one property within this time are added up against the limit."),
            new Setting<>(
                    "approval.businessTimeOnly",
                    flag(),
                    "false",
                    "Whether deadlines of approvals run on working days only."),
            new Setting<>(
                    "maintenance.approvalThreshold",
                    amount(),
                    "500.000",
                    "Estimates above this amount need an approval before work begins."),
            new Setting<>(
                    "maintenance.emergencyResponse",
                    duration(Duration.ofMinutes(1), YEAR),
                    "PT2H",
                    "Time within which an emergency is responded to."),
            new Setting<>("billing.invoiceDueDays", days(0, 365), "30", "Days from an invoice's date to its due date."),
            new Setting<>(
                    "billing.generateDaysAhead",
                    days(0, 90),
                    "7",
                    "How many days before its period begins an invoice is made."),
            new Setting<>("billing.lateFeePercent", percent(), "10", "Late fee, in percent of what is overdue."),
            new Setting<>(
                    "billing.lateFeeGraceDays", days(0, 90), "3", "Days after the due date before a late fee is due."),
            new Setting<>(
                    "billing.proration",
                    choice("NONE", "ACTUAL_DAYS", "THIRTY_DAYS", "ANNUAL_365"),
                    "ACTUAL_DAYS",
                    "How the rent of a broken period is reckoned."),
            new Setting<>(
                    "billing.allocation",
                    choice("OLDEST_FIRST", "EXPLICIT"),
                    "OLDEST_FIRST",
                    "Which invoices a payment settles when it does not say so itself."),
            new Setting<>(
                    "billing.reminderDays",
                    listOf(days(0, 90)),
                    "7,3,0",
                    "Days before the due date on which the tenant is reminded."),
            new Setting<>(
                    "ownership.managementFeePercent",
                    percent(),
                    "5",
                    "The firm's fee, in percent of what it collects, unless an ownership says otherwise."),
            MAX_LOGIN_ATTEMPTS,
            LOCKOUT,
            SECOND_FACTOR_ROLES);

    private Settings() {}

    static Optional<Setting<?>> named(String key) {
        return CATALOGUE.stream()
                .filter(setting -> setting.key().equals(key))
                .<Setting<?>>map(setting -> setting)
                .findFirst();
    }

    /** @throws NotFound if no setting has this key */
    static Setting<?> required(String key) {
        return named(key).orElseThrow(() -> new NotFound("setting", key));
    }
}
