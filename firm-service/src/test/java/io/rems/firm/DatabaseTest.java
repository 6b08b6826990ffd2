package io.rems.firm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rems.platform.access.FirmId;
import io.rems.platform.test.FirmTables;
import io.rems.platform.test.MigrationRoundTrip;
import io.rems.platform.test.RemsHttp;
import io.rems.platform.test.RemsTest;
import io.rems.platform.test.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@RemsTest
class DatabaseTest {
    @Autowired
    private TestDatabase database;

    @Autowired
    private RemsHttp http;

    @Test
    void everyTableKeepsFirmsApart() throws Exception {
        FirmTables.catalogueIsSafe(database);
    }

    @Test
    void everyMigrationHasItsWayBack() throws Exception {
        MigrationRoundTrip.run();
    }

    @Test
    void firmReadsItsOwnUsersOnlyWhateverIsAsked() throws Exception {
        var api = new FirmApi(http);
        FirmId one = api.newFirm();
        FirmId other = api.newFirm();
        api.assign(one, api.newUser(), "STAFF");
        api.assign(other, api.newUser(), "STAFF");

        try (Connection connection = database.asApp(one)) {
            assertThat(count(connection, "SELECT count(*) FROM portal_user")).isEqualTo(1);
            assertThat(count(connection, "SELECT count(*) FROM firm")).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "credential",
                "refresh_token",
                "sign_in_session",
                "sign_in_attempt",
                "sign_in_record",
                "sign_in_network",
                "sign_in_challenge",
                "provider_nonce",
                "provider_subject",
                "second_factor",
                "recovery_code",
                "firm_directory",
                "mail",
                "one_time_token",
                "password_reset_request",
                "lookalike"
            })
    void noFirmReadsSecrets(String table) throws Exception {
        var firm = new FirmApi(http).newFirm();

        try (Connection connection = database.asApp(firm)) {
            assertThatThrownBy(() -> count(connection, "SELECT count(*) FROM " + table))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("permission denied");
        }
    }

    private static long count(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
