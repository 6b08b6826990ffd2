package io.rems.bench;

import io.rems.local.App;
import io.rems.local.LocalStack;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/**
 * A firm with a hundred thousand properties and a million ownership periods, made in the database itself: each property
 * had five owners until 2020 and has five others since, and each owner holds a fifth of ten properties.
 */
record Estate(LocalStack stack, UUID firm) {
    private static final int PROPERTIES = 100_000;
    private static final int OWNERS = 50_000;
    /** Of each property, with its ten periods. */
    static final long OWNERSHIP_VERSION = 10;

    static final Instant RECORDED_AT = Instant.parse("2026-01-01T00:00:00Z");
    /** Without triggers: the shares add up by construction, and a million checks would prove nothing more. */
    private static final List<String> FILL = List.of(
            "SET session_replication_role = replica",
            """
            INSERT INTO owner (firm_id, id, name, name_key, type)
            SELECT '%1$s', md5('owner' || n)::uuid, 'Owner ' || n, 'owner ' || n, 'INDIVIDUAL' FROM generate_series(0, %3$d - 1) n""",
            """
            INSERT INTO property (firm_id, id, code, name, type, ownership_version)
            SELECT '%1$s', md5('property' || n)::uuid, 'P' || n, 'Property ' || n, 'RESIDENTIAL', %4$d
              FROM generate_series(0, %2$d - 1) n""",
            """
            INSERT INTO ownership_period (
                firm_id, id, revision, property_id, owner_id, share_numerator, share_denominator, valid_from, valid_to,
                type, acquisition, primary_contact, recorded_at)
            SELECT '%1$s', md5('period' || n || '.' || k)::uuid, 1, md5('property' || n)::uuid,
                   md5('owner' || (n + k * 9973) %% %3$d)::uuid, 1, 5,
                   CASE WHEN k < 5 THEN date '2010-01-01' ELSE date '2020-01-01' END,
                   CASE WHEN k < 5 THEN date '2020-01-01' END,
                   'INDIVIDUAL', 'PURCHASE', false, '%5$s'
              FROM generate_series(0, %2$d - 1) n, generate_series(0, 9) k""",
            "RESET session_replication_role",
            "VACUUM ANALYZE owner",
            "VACUUM ANALYZE property",
            "VACUUM ANALYZE ownership_period");

    void fill() throws SQLException {
        try (var connection = stack.connectAsSuperuser(App.OWNERSHIP);
                var statement = connection.createStatement()) {
            for (var sql : FILL) {
                statement.execute(sql.formatted(firm, PROPERTIES, OWNERS, OWNERSHIP_VERSION, RECORDED_AT));
            }
        }
    }

    /** A table like that of periods, with its indexes and foreign keys, without triggers and policies. */
    void preparePlainTable() throws SQLException {
        try (var connection = stack.connectAsSuperuser(App.OWNERSHIP);
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE plain_period (LIKE ownership_period INCLUDING ALL)");
            statement.execute("ALTER TABLE plain_period"
                    + " ADD FOREIGN KEY (firm_id, property_id) REFERENCES property (firm_id, id),"
                    + " ADD FOREIGN KEY (firm_id, owner_id) REFERENCES owner (firm_id, id)");
            statement.execute("GRANT INSERT ON plain_period TO "
                    + stack.database(App.OWNERSHIP).app());
        }
    }

    UUID property(int number) {
        return named("property" + number);
    }

    UUID anyProperty() {
        return property(ThreadLocalRandom.current().nextInt(PROPERTIES));
    }

    UUID anyOwner() {
        return named("owner" + ThreadLocalRandom.current().nextInt(OWNERS));
    }

    /** So many different ones. */
    List<UUID> owners(int count) {
        var first = ThreadLocalRandom.current().nextInt(OWNERS - count);
        return IntStream.range(first, first + count)
                .mapToObj(number -> named("owner" + number))
                .toList();
    }

    /** As {@code md5(name)::uuid} in PostgreSQL. */
    private static UUID named(String name) {
        try {
            var hash = MessageDigest.getInstance("MD5").digest(name.getBytes(StandardCharsets.UTF_8));
            return UUID.fromString(
                    HexFormat.of().formatHex(hash).replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5"));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
