package io.rems.bench;

import io.rems.local.App;
import io.rems.local.LocalStack;
import java.sql.SQLException;
import java.util.List;

/** So many firms with ten users and a hundred assignments for each, made in the database itself. */
record Population(LocalStack stack, int firms) {
    private static final int USERS_A_FIRM = 10;
    private static final int FIRMS_A_USER = 10;
    private static final List<String> FILL = List.of(
            """
            INSERT INTO firm (firm_id, name, email, currency, time_zone, status, created_at, version)
            SELECT md5('firm' || n)::uuid, 'Firm ' || n, 'firm' || n || '@bench.example', 'KWD', 'Asia/Kuwait', 'ACTIVE',
                   now(), 1
              FROM generate_series(1, %1$d) n ON CONFLICT DO NOTHING""",
            """
            INSERT INTO firm_directory (firm, name_key, email_key, search_text)
            SELECT md5('firm' || n)::uuid, 'firm ' || n, 'firm' || n || '@bench.example',
                   'firm ' || n || ' firm' || n || '@bench.example'
              FROM generate_series(1, %1$d) n ON CONFLICT DO NOTHING""",
            """
            INSERT INTO portal_user (id, email, email_key, name, language, status, platform_administrator, created_at, version)
            SELECT md5('user' || n)::uuid, 'zainab.' || n || '@bench.example', 'zainab.' || n || '@bench.example',
                   'Zainab ' || n, 'en', 'ACTIVE', false, now(), 1
              FROM generate_series(1, %1$d * 10) n ON CONFLICT DO NOTHING""",
            """
            INSERT INTO assignment (firm_id, id, user_id, role, access_level, since, version,
                                    user_name, user_email, user_language, user_status)
            SELECT md5('firm' || (n + k * 37) %% %1$d + 1)::uuid, md5('assignment' || n || '.' || k)::uuid,
                   md5('user' || n)::uuid, 'STAFF', 'STANDARD', now(), 1,
                   'Zainab ' || n, 'zainab.' || n || '@bench.example', 'en', 'ACTIVE'
              FROM generate_series(1, %1$d * 10) n, generate_series(1, 10) k ON CONFLICT DO NOTHING""",
            "VACUUM ANALYZE firm",
            "VACUUM ANALYZE firm_directory",
            "VACUUM ANALYZE portal_user",
            "VACUUM ANALYZE assignment",
            "VACUUM ANALYZE assignment_word");

    void fill() throws SQLException {
        try (var connection = stack.connectAsSuperuser(App.FIRM);
                var statement = connection.createStatement()) {
            for (var sql : FILL) {
                statement.execute(sql.formatted(firms));
            }
        }
    }

    String text() {
        return "%,d firms, %,d users, %,d assignments"
                .formatted(firms, firms * USERS_A_FIRM, firms * USERS_A_FIRM * FIRMS_A_USER);
    }
}
