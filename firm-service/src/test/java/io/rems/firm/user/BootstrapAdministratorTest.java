package io.rems.firm.user;

import static org.assertj.core.api.Assertions.assertThat;

import io.rems.platform.Identifiers;
import io.rems.platform.database.Transactions;
import io.rems.platform.test.RemsHttp;
import io.rems.platform.test.RemsTest;
import io.rems.platform.test.TestDatabase;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.test.web.reactive.server.WebTestClient.RequestHeadersSpec;
import reactor.core.publisher.Mono;

@RemsTest
class BootstrapAdministratorTest {
    @Autowired
    private BootstrapAdministrator bootstrap;

    @Autowired
    private Transactions transactions;

    @Autowired
    private R2dbcUsers users;

    @Autowired
    private RegisterUser registerUser;

    @Autowired
    private TestDatabase database;

    @Autowired
    private RemsHttp http;

    @Value("${rems.bootstrap.administrator.password}")
    private String password;

    @Test
    void firstStartMakesAnAdministratorWhoCanSignIn() {
        login("operator@rems.example").exchange().expectStatus().isOk();
    }

    @Test
    void nextStartMakesNoOther() throws SQLException {
        var before = administrators();

        bootstrap.ensure().block(Duration.ofSeconds(20));

        assertThat(administrators()).isEqualTo(before);
    }

    @Test
    void replicasThatStartAtOnceMakeOne() throws SQLException {
        var settings = new BootstrapSettings(Identifiers.next() + "@rems.example", "operator-of-the-tests");
        var replica = new BootstrapAdministrator(settings, transactions, users, registerUser);
        change("UPDATE portal_user SET platform_administrator = false");

        Mono.when(replica.ensure(), replica.ensure(), replica.ensure()).block(Duration.ofSeconds(20));

        assertThat(administrators()).isEqualTo(1);
    }

    private RequestHeadersSpec<?> login(String email) {
        return http.client().post().uri("/api/v1/auth/login").bodyValue(Map.of("email", email, "password", password));
    }

    private long administrators() throws SQLException {
        try (var connection = database.asWorker();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT count(*) FROM portal_user WHERE platform_administrator")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private void change(String command) throws SQLException {
        try (var connection = database.asWorker();
                var statement = connection.createStatement()) {
            statement.execute(command);
        }
    }
}
