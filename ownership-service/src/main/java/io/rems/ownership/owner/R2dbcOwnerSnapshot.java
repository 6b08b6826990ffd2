package io.rems.ownership.owner;

import io.rems.ownership.snapshot.Part;
import io.rems.ownership.snapshot.SnapshotSource;
import io.rems.platform.database.FirmSql;
import io.rems.platform.events.Message;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class R2dbcOwnerSnapshot implements SnapshotSource {

    private static final String NEXT = "SELECT " + OwnerRow.COLUMNS + """

              FROM owner WHERE firm_id = :firm AND id > :after ORDER BY id LIMIT :most""";

    private final FirmSql sql;

    R2dbcOwnerSnapshot(FirmSql sql) {
        this.sql = sql;
    }

    @Override
    public Part part() {
        return Part.OWNERS;
    }

    @Override
    public Mono<Long> count() {
        return sql.sql("SELECT count(*) AS n FROM owner WHERE firm_id = :firm").one(row -> row.get("n", Long.class));
    }

    @Override
    public Mono<List<Message>> after(UUID id, int most) {
        return sql.sql(NEXT)
                .bind("after", id)
                .bind("most", most)
                .list(row -> OwnerEvents.told(OwnerRow.versioned(row)))
                .map(found -> found.stream().flatMap(List::stream).toList());
    }
}
