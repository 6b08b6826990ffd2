package io.rems.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A PostgreSQL server of our own on the loopback address. Its programs come from zonky's artifacts, its life does not
 * from zonky's library: that one stops the server in a JVM shutdown hook, before the applications that use it.
 */
public final class PostgresServer {

    public static final String HOST = "127.0.0.1";
    public static final String SUPERUSER = "postgres";

    /** Arguments of initdb: the same order of text on every machine. */
    static final List<String> COLLATION =
            List.of("--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8");

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /**
     * Where and how it runs.
     *
     * @param programs folder of the unpacked programs, shared by servers of the same version
     * @param data data directory, created at the first start
     * @param port 0 for any free one
     * @param password of the superuser; fixed by the first start
     * @param durable false turns fsync and synchronous commit off: for data that may be lost, in tests
     */
    public record Options(Path programs, Path data, Path log, int port, String password, boolean durable) {

        /** Of a server that is thrown away with the folder it lies in; its programs are unpacked once a user. */
        public static Options ofTests(Path folder, int port) {
            var programs = Path.of(
                    System.getProperty("java.io.tmpdir"),
                    "rems-postgresql-" + System.getProperty("user.name"),
                    "18.6.0");
            return new Options(
                    programs,
                    folder.resolve("postgres"),
                    folder.resolve("postgres.log"),
                    port,
                    TestServers.PASSWORD,
                    false);
        }
    }

    private final PostgresBinaries binaries;
    private final Options options;
    private final int port;

    private PostgresServer(PostgresBinaries binaries, Options options) {
        this.binaries = binaries;
        this.options = options;
        this.port = options.port() == 0 ? Ports.free() : options.port();
    }

    /** Returns when it accepts connections; the data directory is created if there is none. */
    public static PostgresServer start(Options options) {
        var server = new PostgresServer(PostgresBinaries.unpackedIn(options.programs()), options);
        try {
            Files.createDirectories(options.data().toAbsolutePath().getParent());
            Files.createDirectories(options.log().toAbsolutePath().getParent());
            if (!Files.exists(options.data().resolve("PG_VERSION"))) {
                server.initialise();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.run();
        return server;
    }

    public int port() {
        return port;
    }

    /** The postmaster, if it runs. */
    public Optional<ProcessHandle> process() {
        return processOf(options.data());
    }

    /** The postmaster that runs on this data directory, whoever started it. */
    public static Optional<ProcessHandle> processOf(Path data) {
        try {
            var pid = Files.readAllLines(data.resolve("postmaster.pid"))
                    .getFirst()
                    .strip();
            return ProcessHandle.of(Long.parseLong(pid)).filter(process -> isPostmaster(process, data));
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    public Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://" + HOST + ":" + port + "/" + database, SUPERUSER, options.password());
    }

    /** Ends open sessions, writes everything to disk and returns when it is down. */
    public void stop() {
        process().ifPresent(PostgresServer::stop);
    }

    /** The same for a postmaster that another process started. */
    public static void stop(ProcessHandle postmaster) {
        signal(postmaster, "INT");
        if (!ChildProcess.ended(postmaster, PATIENCE)) {
            signal(postmaster, "QUIT");
            ChildProcess.ended(postmaster, PATIENCE);
        }
    }

    private static void signal(ProcessHandle process, String name) {
        try {
            new ProcessBuilder("/bin/kill", "-" + name, Long.toString(process.pid()))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean isPostmaster(ProcessHandle process, Path data) {
        var command = process.info().commandLine().orElse("");
        return command.contains("postgres")
                && command.contains(data.toAbsolutePath().normalize().toString());
    }

    private void initialise() throws IOException {
        var password = Files.createTempFile("rems-postgres", ".password");
        var log = Files.createTempFile("rems-initdb", ".log");
        try {
            Files.writeString(password, options.password());
            var command = new ArrayList<>(List.of(
                    binaries.program("initdb"),
                    "--pgdata=" + data(),
                    "--username=" + SUPERUSER,
                    "--pwfile=" + password,
                    "--auth=scram-sha-256",
                    "--no-instructions",
                    "--no-sync"));
            command.addAll(COLLATION);
            var exit = run(log, command);
            if (exit != 0) {
                throw new ServerFailure(
                        "PostgreSQL could not create its data folder " + data() + ":\n" + LogTail.indented(log, 10));
            }
        } finally {
            Files.deleteIfExists(password);
            Files.deleteIfExists(log);
        }
    }

    private void run() {
        var output = options.log().resolveSibling("pg_ctl.log");
        var exit = run(
                output,
                List.of(
                        binaries.program("pg_ctl"),
                        "start",
                        "--wait",
                        "--timeout=" + PATIENCE.toSeconds(),
                        "--pgdata=" + data(),
                        "--log=" + options.log().toAbsolutePath(),
                        "--options=" + settings()));
        if (exit != 0) {
            throw new ServerFailure(
                    "PostgreSQL did not start on " + data() + ":\n" + LogTail.indented(options.log(), 15));
        }
    }

    private String settings() {
        var settings = new ArrayList<>(List.of(
                "port=" + port,
                "listen_addresses=" + HOST,
                "unix_socket_directories=",
                "max_connections=300",
                "shared_buffers=64MB",
                "timezone=UTC",
                "log_timezone=UTC",
                "log_line_prefix=%m_[%p]_%q%u@%d_",
                "fsync=" + onOff(),
                "synchronous_commit=" + onOff(),
                "full_page_writes=" + onOff()));
        return "-c " + String.join(" -c ", settings);
    }

    private String onOff() {
        return options.durable() ? "on" : "off";
    }

    private String data() {
        return options.data().toAbsolutePath().normalize().toString();
    }

    private int run(Path log, List<String> command) {
        var whole = new ArrayList<String>();
        if (isRoot()) {
            // PostgreSQL refuses to run as root; in a user namespace without a mapping it does not see that it is.
            whole.addAll(List.of("unshare", "--user"));
        }
        whole.addAll(command);
        try {
            return ChildProcess.start(whole, Map.of("LC_ALL", "C"), Path.of("/"), log)
                    .waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServerFailure("Interrupted while PostgreSQL started", e);
        }
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }
}
