package io.rems.e2e;

import io.rems.embedded.IdentityProvider;
import io.rems.embedded.Ports;
import io.rems.local.App;
import io.rems.local.DemoData;
import io.rems.local.LocalStack;
import io.rems.local.Progress;
import io.rems.local.StackFolder;
import io.rems.local.StackOptions;
import io.rems.local.StackPorts;
import io.rems.platform.access.SigningKey;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** The packaged applications, started once for all tests: the start is what costs. */
final class Suite implements AutoCloseable {

    static final Path CHECKOUT = Path.of("../..");

    private static final Path HOME = Path.of(System.getProperty("rems.root")).resolve(".rems");
    private static final Path KEYS = HOME.resolveSibling("signing-keys");
    private static final int ANY_NUMBER = 1_000_000;

    private final int providerPort = Ports.free();
    private final Map<App, MountedKeys> keys =
            Map.of(App.FIRM, MountedKeys.in(KEYS, App.FIRM), App.GATEWAY, MountedKeys.in(KEYS, App.GATEWAY));
    private final LocalStack stack;
    private final Person operator;
    private final List<Operation> operations;
    private boolean demoFirmsLoaded;

    private Suite() {
        stack = LocalStack.start(options(providerPort), Progress.on(System.out));
        operator = Person.signIn(stack.gateway(), "operator@rems.example");
        operations = Operation.all(stack);
    }

    LocalStack stack() {
        return stack;
    }

    URI gateway() {
        return stack.gateway();
    }

    /** The platform's administrator. */
    Person operator() {
        return operator;
    }

    /** Every route of every service. */
    List<Operation> operations() {
        return operations;
    }

    /** Loads the firms that {@code ./rems up} brings, once for all tests. */
    synchronized void loadDemoFirms() {
        if (!demoFirmsLoaded) {
            DemoData.find().orElseThrow().load(stack, Progress.on(System.out));
            demoFirmsLoaded = true;
        }
    }

    /** The key with which an application signs its tokens. */
    SigningKey keyOf(App app) {
        return SigningKey.readFrom(keys(app).current());
    }

    /** The keys of an application as an operator exchanges them, of those whose keys users notice. */
    MountedKeys keys(App app) {
        return Objects.requireNonNull(keys.get(app), app::folder);
    }

    /** Where the identity provider is expected that users may come from. */
    int providerPort() {
        return providerPort;
    }

    @Override
    public void close() {
        stack.close();
    }

    /**
     * Without AOT caches: recording them costs more than they save in one run. Rate limits are out of the way, and a key
     * is free soon after the death of who worked on it: tests are in more of a hurry than users. So are those who change
     * signing keys.
     */
    private static StackOptions options(int providerPort) {
        var options = StackOptions.of(CHECKOUT, StackFolder.at(HOME))
                .withPorts(StackPorts.free())
                .withTrained(false)
                .withFresh(true);
        for (var app : App.values()) {
            options = options.withProperty(app, "rems.web.command-lease", "PT5S");
        }
        for (var app : List.of(App.FIRM, App.GATEWAY)) {
            options = options.withProperty(
                            app,
                            "rems.security.signing-key",
                            MountedKeys.folder(KEYS, app).toString())
                    .withProperty(app, "rems.security.keys-read", "PT0.5S")
                    .withProperty(app, "rems.security.published-before-use", "PT2S");
        }
        options = options.withProperty(App.FIRM, "rems.providers[0].id", "corporate")
                .withProperty(App.FIRM, "rems.providers[0].issuer", IdentityProvider.issuer(providerPort))
                .withProperty(App.FIRM, "rems.providers[0].client-id", IdentityProvider.CLIENT);
        for (var limit : List.of("user", "address", "login")) {
            var key = "rems.limits." + limit;
            options = options.withProperty(App.GATEWAY, key + ".burst", "" + ANY_NUMBER)
                    .withProperty(App.GATEWAY, key + ".per-second", "" + ANY_NUMBER);
        }
        return options;
    }

    /** Hands the one suite to every test that asks for it; it stops with the last. */
    static final class Provided implements ParameterResolver {

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == Suite.class;
        }

        @Override
        public Suite resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getRoot()
                    .getStore(ExtensionContext.Namespace.GLOBAL)
                    .computeIfAbsent(Suite.class, _ -> new Suite(), Suite.class);
        }
    }
}
