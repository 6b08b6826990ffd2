package io.rems.platform.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.rems.platform.test.PermissionDocument;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PermissionTest {

    @Test
    void theTableIsTheDocumentedOne() throws IOException {
        var roles = Arrays.stream(Role.values()).map(Role::name).collect(Collectors.joining(" | "));
        var rows = Arrays.stream(Permission.values()).map(PermissionTest::row).collect(Collectors.joining("\n"));
        new PermissionDocument()
                .has("table", "| | " + roles + " |\n|---" + "|---".repeat(Role.values().length) + "|\n" + rows);
    }

    @Test
    void aHigherLevelTakesNothingAway() {
        for (var role : Role.values()) {
            for (var level : AccessLevel.values()) {
                Arrays.stream(AccessLevel.values())
                        .filter(higher -> higher.compareTo(level) > 0)
                        .forEach(higher -> assertThat(Permission.of(role, higher))
                                .as("%s from %s to %s", role, level, higher)
                                .containsAll(Permission.of(role, level)));
            }
        }
    }

    @Test
    void aRestrictedUserOnlyReads() {
        for (var role : Role.values()) {
            assertThat(Permission.of(role, AccessLevel.RESTRICTED))
                    .allMatch(permission -> permission.kind() == Permission.Kind.READ);
        }
    }

    @Test
    void aViewerOnlyReadsOnWhateverLevel() {
        assertThat(Permission.of(Role.VIEWER, AccessLevel.FULL))
                .allMatch(permission -> permission.kind() == Permission.Kind.READ);
    }

    private static String row(Permission permission) {
        return Arrays.stream(Role.values())
                .map(role -> lowestLevel(permission, role))
                .collect(Collectors.joining(" | ", "| `" + permission.code() + "` | ", " |"));
    }

    private static String lowestLevel(Permission permission, Role role) {
        return Arrays.stream(AccessLevel.values())
                .filter(level -> permission.grantedTo(role, level))
                .findFirst()
                .map(AccessLevel::name)
                .orElse("");
    }
}
