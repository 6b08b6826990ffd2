package io.rems.firm.user;

import static org.assertj.core.api.Assertions.assertThat;

import io.rems.firm.FirmApi;
import io.rems.platform.Identifiers;
import io.rems.platform.access.FirmId;
import io.rems.platform.access.Role;
import io.rems.platform.test.RemsHttp;
import io.rems.platform.test.RemsTest;
import io.rems.platform.test.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@RemsTest
class UserListsTest {
    @Autowired
    private RemsHttp http;

    @Autowired
    private TestDatabase database;

    private FirmApi api;

    @BeforeEach
    void asPlatformAdministrator() {
        api = new FirmApi(http);
    }

    @Test
    void operatorFindsUsersByPartOfTheEmailRoleFirmAndStatus() {
        var firm = api.newFirm();
        var part = "Part" + Identifiers.next();
        var user = api.newUser("x" + part + "@users.example");
        api.assign(firm, user, "MANAGER");
        var own = "/api/v1/platform/users?q=" + part.toUpperCase(Locale.ROOT);

        for (var filter :
                new String[] {"", "&role=MANAGER", "&firm=" + firm, "&firm=" + firm + "&role=MANAGER&status=ACTIVE"}) {
            api.operator()
                    .get(own + filter)
                    .expectBody()
                    .jsonPath("$.items[0].id")
                    .isEqualTo(user.toString());
        }
        for (var filter : new String[] {"&role=STAFF", "&firm=" + api.newFirm(), "&status=LOCKED", "&status=INVITED"}) {
            api.operator()
                    .get(own + filter)
                    .expectBody()
                    .jsonPath("$.items.length()")
                    .isEqualTo(0);
        }
    }

    @Test
    void firmFindsItsPeopleByTheBeginningsOfTheWordsOfNameAndEmail() {
        var firm = api.newFirm();
        var mona = api.newUser("mona.al-sabah." + Identifiers.next() + "@kuwait-homes.example");
        var ahmad = api.newUser(Identifiers.next() + "@gulf.example");
        api.assign(firm, mona, "ACCOUNTANT");
        api.assign(firm, ahmad, "STAFF");
        api.assign(
                api.newFirm(), api.newUser("mona.elsewhere." + Identifiers.next() + "@kuwait-homes.example"), "STAFF");
        api.as(ahmad, firm, Role.STAFF)
                .put("/api/v1/me", 2, Map.of("name", "أحمد الزهراء", "language", "ar"))
                .expectStatus()
                .isOk();

        for (var q : new String[] {"mona", "MONA sab", "al-sabah", "mona.al-sabah@", "kuwait-homes", "User " + mona}) {
            isFound(firm, q, mona);
        }
        for (var q : new String[] {"احمد", "الزهراء أحمد", "gulf", "الزه"}) {
            isFound(firm, q, ahmad);
        }
        for (var q : new String[] {"abah", "mona gulf", "User " + ahmad, "@"}) {
            api.adminOf(firm)
                    .get("/api/v1/users?q={q}&count=true", q)
                    .expectBody()
                    .jsonPath("$.total")
                    .isEqualTo(0);
        }
    }

    private void isFound(FirmId firm, String q, UUID user) {
        for (var list : new String[] {"/api/v1/users?q={q}&count=true", "/api/v1/assignments?q={q}&count=true"}) {
            api.adminOf(firm)
                    .get(list, q)
                    .expectBody()
                    .jsonPath("$.total")
                    .isEqualTo(1)
                    .jsonPath(list.contains("users") ? "$.items[0].id" : "$.items[0].userId")
                    .isEqualTo(user.toString());
        }
    }

    @Test
    void firmSeesRoleLevelAndLastSignInOfItsOwnUsersOnly() {
        var firm = api.newFirm();
        var email = Identifiers.next() + "@users.example";
        var user = api.newUser(email);
        api.assign(firm, user, "ACCOUNTANT");
        api.assign(api.newFirm(), api.newUser(), "ACCOUNTANT");
        http.client()
                .post()
                .uri("/api/v1/auth/login")
                .bodyValue(Map.of("email", email, "password", FirmApi.PASSWORD))
                .exchange()
                .expectStatus()
                .isOk();

        api.adminOf(firm)
                .get("/api/v1/users?role=ACCOUNTANT&count=true")
                .expectBody()
                .jsonPath("$.total")
                .isEqualTo(1)
                .jsonPath("$.items[0].role")
                .isEqualTo("ACCOUNTANT")
                .jsonPath("$.items[0].accessLevel")
                .isEqualTo("STANDARD")
                .jsonPath("$.items[0].worksHere")
                .isEqualTo(true)
                .jsonPath("$.items[0].lastSignInAt")
                .isNotEmpty();
    }

    @Test
    void operatorSeesTheFirmsOfAUserAndTheUsersOfAFirm() {
        var first = api.newFirm();
        var second = api.newFirm();
        var user = api.newUser();
        api.assign(first, user, "STAFF");
        api.assign(second, user, "VIEWER");

        api.operator()
                .get("/api/v1/platform/users/{id}/firms", user)
                .expectBody()
                .jsonPath("$.items.length()")
                .isEqualTo(2)
                .jsonPath("$.items[?(@.primary == true)].firmId")
                .isEqualTo(first.toString());
        api.operator()
                .get("/api/v1/platform/users?firm={firm}", second)
                .expectBody()
                .jsonPath("$.items[0].id")
                .isEqualTo(user.toString());
    }

    @Test
    void activityOfForeignUsersIsNotVisibleEvenInTheDatabase() throws Exception {
        var firm = api.newFirm();
        api.assign(firm, api.newUser(), "STAFF");
        api.assign(api.newFirm(), api.newUser(), "STAFF");

        try (var connection = database.asApp(firm)) {
            assertThat(text(connection, "SELECT count(*)::text FROM user_activity"))
                    .isEqualTo("1");
        }
    }

    /** In a transaction that is rolled back: fifty thousand users, then what the database would do. */
    @Test
    void searchAmongVeryManyUsesTheIndexes() throws Exception {
        try (var connection = database.asWorker()) {
            connection.setAutoCommit(false);
            run(connection, """
                    INSERT INTO portal_user (id, email, email_key, name, language, status, platform_administrator, created_at, version)
                    SELECT gen_random_uuid(), 'u' || n || '@many.example', 'u' || n || '@many.example', 'Name ' || md5(n::text),
                           'en', 'ACTIVE', false, now(), 1 FROM generate_series(1, 50000) n""");

            var search = plan(
                    connection,
                    "SELECT * FROM portal_user u WHERE name ILIKE '%abcde1%' OR email ILIKE '%abcde1%' ORDER BY name, id LIMIT 51");
            var page = plan(
                    connection,
                    "SELECT * FROM portal_user u WHERE (name, id) > ('Name 5', '00000000-0000-0000-0000-000000000000') ORDER BY name, id LIMIT 51");

            assertThat(search).contains("portal_user_search").doesNotContain("Seq Scan");
            assertThat(page).contains("portal_user_by_name").doesNotContain("Seq Scan");
            connection.rollback();
        }
    }

    private static String plan(Connection connection, String query) throws SQLException {
        return text(connection, "EXPLAIN " + query);
    }

    private static String text(Connection connection, String query) throws SQLException {
        var lines = new StringBuilder();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            while (rows.next()) {
                lines.append(rows.getString(1)).append('\n');
            }
        }
        return lines.toString().strip();
    }

    private static void run(Connection connection, String command) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(command);
        }
    }
}
