package io.rems.platform.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Reads the catalogue: whatever table holds a firm's rows must keep firms apart by itself. */
public final class FirmTables {
    private static final String FIRM_OWNED = """
            SELECT c.oid::regclass::text AS name, c.relrowsecurity AND c.relforcerowsecurity AS forced
            FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'firm_id' AND NOT a.attisdropped
            WHERE c.relkind IN ('r', 'p') AND c.relnamespace = 'public'::regnamespace ORDER BY 1""";
    private static final String UNSAFE = """
            SELECT c.oid::regclass::text || ': row-level security is not enabled and forced' AS problem
            FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'firm_id' AND NOT a.attisdropped
            WHERE c.relkind IN ('r', 'p') AND c.relnamespace = 'public'::regnamespace
              AND NOT (c.relrowsecurity AND c.relforcerowsecurity)
            UNION ALL
            SELECT c.oid::regclass || ': firm_id may be null'
            FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'firm_id' AND NOT a.attisdropped
            WHERE c.relkind IN ('r', 'p') AND c.relnamespace = 'public'::regnamespace AND NOT a.attnotnull
            UNION ALL
            SELECT c.oid::regclass || ': no policy with USING and WITH CHECK on firm_id'
            FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'firm_id' AND NOT a.attisdropped
            WHERE c.relkind IN ('r', 'p') AND c.relnamespace = 'public'::regnamespace
              AND NOT EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid AND p.polcmd = '*'
                              AND pg_get_expr(p.polqual, c.oid) LIKE '%firm_id%rems.firm_id%'
                              AND pg_get_expr(p.polwithcheck, c.oid) LIKE '%firm_id%rems.firm_id%')
            UNION ALL
            SELECT c.oid::regclass || ': a policy admits the application past its firm: ' || p.polname
            FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'firm_id' AND NOT a.attisdropped
            JOIN pg_policy p ON p.polrelid = c.oid
            WHERE c.relkind IN ('r', 'p') AND c.relnamespace = 'public'::regnamespace
              AND pg_get_expr(p.polqual, c.oid) NOT LIKE '%rems.firm_id%'
              AND p.polroles <> ARRAY [(SELECT oid FROM pg_roles WHERE rolname = current_database() || '_worker')]
            UNION ALL
            SELECT c.oid::regclass || ': key does not begin with firm_id: ' || i.indexrelid::regclass
            FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'firm_id' AND NOT a.attisdropped
            JOIN pg_index i ON i.indrelid = c.oid
            WHERE c.relkind IN ('r', 'p') AND c.relnamespace = 'public'::regnamespace
              AND i.indisunique AND i.indkey[0] <> a.attnum
            UNION ALL
            SELECT c.oid::regclass || ': exclusion does not begin with firm_id: ' || k.conname
            FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'firm_id' AND NOT a.attisdropped
            JOIN pg_constraint k ON k.conrelid = c.oid AND k.contype = 'x'
            WHERE k.conkey[1] <> a.attnum
            UNION ALL
            SELECT c.oid::regclass || ': foreign key to a firm''s table does not include firm_id: ' || k.conname
            FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'firm_id' AND NOT a.attisdropped
            JOIN pg_constraint k ON k.conrelid = c.oid AND k.contype = 'f'
            JOIN pg_attribute b ON b.attrelid = k.confrelid AND b.attname = 'firm_id' AND NOT b.attisdropped
            WHERE NOT (a.attnum = ANY (k.conkey) AND b.attnum = ANY (k.confkey))
            UNION ALL
            SELECT r.rolname || ' may bypass row-level security' FROM pg_roles r
            WHERE r.rolname LIKE current_database() || '\\_%' AND (r.rolsuper OR r.rolbypassrls)
            UNION ALL
            SELECT c.oid::regclass || ' is owned by a role that works for firms' FROM pg_class c
            WHERE c.relnamespace = 'public'::regnamespace
              AND pg_get_userbyid(c.relowner) IN (current_database() || '_app', current_database() || '_worker')""";

    private FirmTables() {}

    /** Fails with the list of what is unsafe. */
    public static void catalogueIsSafe(TestDatabase database) throws SQLException {
        try (Connection connection = database.asOwner()) {
            assertThat(strings(connection, FIRM_OWNED)).as("firm-owned tables").isNotEmpty();
            assertThat(strings(connection, UNSAFE)).as("unsafe tables").isEmpty();
        }
    }

    private static List<String> strings(Connection connection, String query) throws SQLException {
        List<String> found = new ArrayList<>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }
}
