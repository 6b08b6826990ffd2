package io.rems.local.demo;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Who can sign in once the demo firms are loaded. */
public final class DemoLogins {

    /** Opens every demo login, and nothing outside the local profile. */
    public static final String PASSWORD = "rems-demo-2026";

    static final String OPERATOR = "operator@rems.example";

    private DemoLogins() {}

    /** Who may do everything in it; empty where there is no demo firm of that name. */
    public static Optional<String> administratorOf(String firm) {
        return DemoFirm.ALL.stream()
                .filter(candidate -> candidate.name().equalsIgnoreCase(firm.strip()))
                .map(DemoFirm::administrator)
                .findFirst();
    }

    static String text() {
        return DemoFirm.ALL.stream()
                .map(DemoLogins::of)
                .collect(Collectors.joining(
                        "\n", "Demo logins, password " + PASSWORD + ":\n  REMS itself: " + OPERATOR + "\n", ""));
    }

    private static String of(DemoFirm firm) {
        var people = firm.section("people").stream()
                .collect(Collectors.groupingBy(
                        person -> person.path("role").asString(),
                        LinkedHashMap::new,
                        Collectors.mapping(person -> person.path("email").asString(), Collectors.joining(", "))));
        return people.entrySet().stream()
                .map(role -> "    %-11s %s".formatted(role.getKey().toLowerCase(Locale.ROOT), role.getValue()))
                .collect(Collectors.joining("\n", "  " + firm.name() + "\n", ""));
    }
}
