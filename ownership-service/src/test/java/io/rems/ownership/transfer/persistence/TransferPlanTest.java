package io.rems.ownership.transfer.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.rems.platform.access.FirmId;
import io.rems.platform.test.RemsTest;
import io.rems.platform.test.TestCallers;
import io.rems.platform.test.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A page of transfers costs the same whether there are ten of them or twenty thousand. */
@RemsTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TransferPlanTest {

    /** Reading all transfers, or all pieces, by an index takes twenty thousand. */
    private static final int FEW_BLOCKS = 3_000;

    private static final Pattern BLOCKS = Pattern.compile("Buffers: shared hit=(\\d+)(?: read=(\\d+))?");

    /** The seventh owner; another one was merged into him. */
    private static final String OWNER = "'00000000-0000-0000-0000-000000000007'";

    @Autowired
    private TestDatabase database;

    private final FirmId firm = TestCallers.newFirm();

    @BeforeAll
    void twentyThousandTransfers() throws SQLException {
        try (var app = database.asApp(firm)) {
            run(app, """
                    INSERT INTO property (firm_id, id, code, name, type)
                    SELECT '%1$s', lpad(to_hex(n), 32, '0')::uuid, n, 'Tower', 'RESIDENTIAL' FROM generate_series(1, 1000) n;
                    INSERT INTO owner (firm_id, id, name, name_key, type)
                    SELECT '%1$s', lpad(to_hex(n), 32, '0')::uuid, 'Owner ' || n, n, 'INDIVIDUAL' FROM generate_series(1, 4000) n;
                    UPDATE owner SET merged_into = %2$s, merged_at = now() WHERE name = 'Owner 3999';
                    INSERT INTO transfer (firm_id, id, version, property_id, state, kind, effective_on, papers, requested_at,
                                          requested_by, settled_at, cancellation)
                    SELECT '%1$s', lpad(to_hex(n), 32, '0')::uuid, 1, lpad(to_hex(n %% 1000 + 1), 32, '0')::uuid,
                           CASE WHEN n %% 400 = 0 THEN 'CANCELLED' ELSE 'EXECUTED' END, 'SALE',
                           date '2000-01-01' + n %% 9000, '[]', now(), 'test', now(),
                           CASE WHEN n %% 400 = 0 THEN 'Off' END
                      FROM generate_series(1, 20000) n;
                    INSERT INTO transfer_piece (firm_id, transfer_id, side, position, owner_id, share_numerator,
                                                share_denominator, valid_from)
                    SELECT '%1$s', lpad(to_hex(n), 32, '0')::uuid, side, 0,
                           lpad(to_hex((n + CASE side WHEN 'GIVEN' THEN 0 ELSE 1999 END) %% 4000 + 1), 32, '0')::uuid,
                           1, 2, date '2000-01-01' + n %% 9000
                      FROM generate_series(1, 20000) n, unnest(ARRAY['GIVEN', 'RECEIVED']) side""".formatted(firm, OWNER));
        }
        try (var owner = database.asOwner()) {
            run(owner, "ANALYZE property, owner, transfer, transfer_piece");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " WHERE property_id = '00000000-0000-0000-0000-000000000007'",
                " WHERE state = 'EXECUTED'",
                " WHERE state = 'CANCELLED'",
                " WHERE state = 'FAILED'",
                " WHERE inheritance_id = '00000000-0000-0000-0000-000000000007'",
                " WHERE (effective_on, id) < ('2010-01-01', '00000000-0000-0000-0000-000000000007')"
            })
    void noPageReadsAllTransfers(String filter) throws SQLException {
        isCheap(R2dbcTransferViews.SHOWN, filter);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " AND state = 'EXECUTED'"})
    void thoseOfAnOwnerAreFoundByHim(String filter) throws SQLException {
        isCheap(R2dbcTransferViews.SHOWN, " WHERE " + R2dbcTransferViews.OF_OWNER.replace(":owner", OWNER) + filter);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " WHERE state = 'EXECUTED'"})
    void whatAnOwnerSeesIsFoundByHim(String filter) throws SQLException {
        var his = R2dbcTransferViews.TOUCHES_VIEWER.replace(":viewer", OWNER).replace(":today", "date '2026-01-01'");
        isCheap(R2dbcTransferViews.SHOWN + his, filter);
    }

    private void isCheap(String shown, String filter) throws SQLException {
        var plan = planOf(
                "SELECT * FROM (" + shown + ") listed" + filter + " ORDER BY effective_on DESC, id DESC LIMIT 51");
        assertThat(plan).doesNotContain("Seq Scan on transfer");
        var blocks = BLOCKS.matcher(plan);
        assertThat(blocks.find()).isTrue();
        var read = blocks.group(2) == null ? 0 : Integer.parseInt(blocks.group(2));
        assertThat(Integer.parseInt(blocks.group(1)) + read).as(plan).isLessThan(FEW_BLOCKS);
    }

    private String planOf(String statement) throws SQLException {
        try (var app = database.asApp(firm);
                var explain = app.createStatement();
                var rows = explain.executeQuery("EXPLAIN (ANALYZE, BUFFERS, TIMING OFF, SUMMARY OFF) "
                        + statement.replace(":firm", "'" + firm + "'"))) {
            var plan = Stream.<String>builder();
            while (rows.next()) {
                plan.add(rows.getString(1));
            }
            return plan.build().collect(Collectors.joining("\n"));
        }
    }

    private static void run(Connection connection, String statement) throws SQLException {
        try (var run = connection.createStatement()) {
            run.execute(statement);
        }
    }
}
