package io.rems.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** A real OpenID Connect provider in a process of its own, where people sign in as in a browser; for tests. */
public final class IdentityProvider implements AutoCloseable {
    /** The client that is registered for the portals. */
    public static final String CLIENT = "rems-portal";

    private static final String MAIN = "BOOT-INF/classes/io/rems/identity/IdentityProviderApplication.class";
    private static final Duration UNTIL_READY = Duration.ofMinutes(2);
    private static final Duration POLL = Duration.ofMillis(100);

    private final String issuer;
    private final Process process;

    private IdentityProvider(String issuer, Process process) {
        this.issuer = issuer;
        this.process = process;
    }

    /** Starts the application that stands on the class path as a jar, and returns when it answers. */
    public static IdentityProvider start(int port, Path log) {
        var command = List.of(
                ChildProcess.java(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "-jar",
                jar().toString(),
                "--server.port=" + port);
        var process = ChildProcess.start(command, Map.of(), Path.of("").toAbsolutePath(), log);
        var provider = new IdentityProvider(issuer(port), process);
        provider.awaitAnswer(log);
        return provider;
    }

    /** What a provider on this port calls itself; it need not run for that. */
    public static String issuer(int port) {
        return "http://localhost:" + port;
    }

    /**
     * What a portal gets when somebody signs in.
     *
     * @param person {@code subject,email} and what is odd about him
     */
    public String idToken(String person, String nonce, String client) {
        try (var browser = new ProviderBrowser(issuer)) {
            return browser.signIn(person, nonce, client);
        }
    }

    /** @param keepOld whether what was signed before is still good */
    public void changeKeys(boolean keepOld) {
        try (var browser = new ProviderBrowser(issuer)) {
            browser.post(issuer + "/keys", Map.of("keepOld", Boolean.toString(keepOld)));
        }
    }

    /** How often anybody has asked for its keys. */
    public int timesAskedForKeys() {
        try (var browser = new ProviderBrowser(issuer)) {
            return Integer.parseInt(browser.get(issuer + "/keys/asked").body());
        }
    }

    @Override
    public void close() {
        ChildProcess.kill(process.toHandle());
    }

    private void awaitAnswer(Path log) {
        var end = System.nanoTime() + UNTIL_READY.toNanos();
        while (!answers()) {
            if (!process.isAlive() || System.nanoTime() > end) {
                close();
                throw new ServerFailure(
                        "The identity provider does not answer:\n  " + String.join("\n  ", LogTail.causes(log, 10)));
            }
            LockSupport.parkNanos(POLL.toNanos());
        }
    }

    private boolean answers() {
        try (var browser = new ProviderBrowser(issuer)) {
            return browser.discover().statusCode() == 200;
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    private static Path jar() {
        var main = IdentityProvider.class.getClassLoader().getResource(MAIN);
        if (main == null) {
            throw new IllegalStateException("The identity provider is not on the class path");
        }
        try {
            var connection = (JarURLConnection) main.openConnection();
            connection.setUseCaches(false);
            return Path.of(URI.create(connection.getJarFileURL().toString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
