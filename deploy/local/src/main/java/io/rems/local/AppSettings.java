package io.rems.local;

import io.rems.embedded.Database;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** What an application is told about this stack, by environment: a command line is for everybody to read. */
final class AppSettings {

    static final String ADMINISTRATOR = "operator@rems.example";
    static final String PASSWORD = "rems-demo-2026";

    private static final String ENVIRONMENT = "local";

    /** A tenth of what a hash costs elsewhere: the only password here is printed on the terminal. */
    private static final Map<String, String> CHEAP_HASHES =
            Map.of("rems.sign-in.hashing.memory", "4096", "rems.sign-in.hashing.iterations", "1");

    private final StackOptions options;
    private final Secrets secrets;

    AppSettings(StackOptions options, Secrets secrets) {
        this.options = options;
        this.secrets = secrets;
    }

    Map<String, String> environmentOf(App app) {
        var json = JsonMapper.shared().writeValueAsString(propertiesOf(app));
        return Map.of("SPRING_PROFILES_ACTIVE", ENVIRONMENT, "SPRING_APPLICATION_JSON", json);
    }

    Database database(App app) {
        return new Database(
                "127.0.0.1",
                options.ports().postgres(),
                app.database(),
                secrets.get(app.database() + ".owner"),
                secrets.get(app.database() + ".app"),
                secrets.get(app.database() + ".worker"));
    }

    private Map<String, String> propertiesOf(App app) {
        var properties = new HashMap<String, String>();
        properties.put("server.port", Integer.toString(options.ports().of(app)));
        properties.put("rems.environment", ENVIRONMENT);
        properties.put(
                "spring.kafka.bootstrap-servers", "127.0.0.1:" + options.ports().kafka());
        properties.put("rems.security.signing-key", options.folder().key(app).toString());
        for (var index = 0; index < app.trusted().size(); index++) {
            var issuer = app.trusted().get(index);
            var key = "rems.security.trusted-issuers[" + index + "].";
            properties.put(key + "issuer", "rems:" + ENVIRONMENT + ":" + issuer.shortName());
            properties.put(key + "jwks-uri", address(issuer) + "/.well-known/jwks.json");
        }
        for (var other : App.values()) {
            properties.put("rems.remote." + other.shortName() + ".url", address(other));
            if (app == App.GATEWAY && other != App.GATEWAY) {
                properties.put("rems.routes." + other.shortName() + ".uri", address(other));
            }
        }
        if (app.hasDatabase()) {
            putDatabase(properties, database(app));
        }
        if (app == App.FIRM) {
            properties.put(
                    "rems.sign-in.second-factor.keys",
                    options.folder().secondFactorKeys().toString());
            properties.put("rems.bootstrap.administrator.email", ADMINISTRATOR);
            properties.put("rems.bootstrap.administrator.password", PASSWORD);
            properties.put("rems.mail.folder", options.folder().mail().toString());
            properties.putAll(CHEAP_HASHES);
        }
        properties.putAll(options.properties().getOrDefault(app, Map.of()));
        return properties;
    }

    private static void putDatabase(Map<String, String> properties, Database database) {
        properties.put("rems.database.host", database.host());
        properties.put("rems.database.port", Integer.toString(database.port()));
        properties.put("rems.database.name", database.name());
        properties.put("rems.database.owner-password", database.ownerPassword());
        properties.put("rems.database.app-password", database.appPassword());
        properties.put("rems.database.worker-password", database.workerPassword());
    }

    private String address(App app) {
        return "http://localhost:" + options.ports().of(app);
    }
}
