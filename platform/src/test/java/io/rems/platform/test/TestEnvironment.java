package io.rems.platform.test;

import io.rems.embedded.Database;
import io.rems.embedded.TestServers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Gives a service under test a fresh database, topics of its own on the shared broker, and a gateway it trusts. */
final class TestEnvironment implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestServers servers = TestServers.get();
        String service = context.getEnvironment().getRequiredProperty("rems.service");
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("rems.environment", "test");
        properties.put("spring.kafka.bootstrap-servers", servers.kafkaBootstrap());
        properties.put(
                "rems.events.topic-prefix", "t" + UUID.randomUUID().toString().substring(0, 8) + ".");
        properties.put("rems.security.signing-key", "");
        properties.put("rems.security.trusted-issuers[0].issuer", TestCallers.ISSUER);
        properties.put("rems.security.trusted-issuers[0].jwks", TestCallers.publicKeys());
        if (context.getEnvironment().getProperty("rems.database.name") != null) {
            Database database = databaseServer(context, servers).createDatabase("rems_" + service);
            properties.put("rems.database.host", database.host());
            properties.put("rems.database.port", database.port());
            properties.put("rems.database.name", database.name());
            properties.put("rems.database.owner-password", database.ownerPassword());
            properties.put("rems.database.app-password", database.appPassword());
            properties.put("rems.database.worker-password", database.workerPassword());
        }
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("rems-test", properties));
    }

    /** A server of its own is made before all beans, so that it ends after them. */
    private static TestServers databaseServer(ConfigurableApplicationContext context, TestServers shared) {
        if (!context.getEnvironment().getProperty(TestDatabaseServer.WANTED, Boolean.class, false)) {
            return shared;
        }
        TestDatabaseServer own = TestDatabaseServer.inFolderOfItsOwn();
        ((GenericApplicationContext) context).registerBean(TestDatabaseServer.class, () -> own);
        return own.insteadOfThatOf(shared);
    }
}
