package io.rems.ownership.valuation;

import io.rems.ownership.snapshot.Part;
import io.rems.ownership.snapshot.SnapshotSource;
import io.rems.platform.database.FirmSql;
import io.rems.platform.events.Message;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class R2dbcValuationSnapshot implements SnapshotSource {

    /** The last revision of each: superseded without a next one, it was withdrawn. */
    private static final String NEXT = """
            SELECT DISTINCT ON (id) * FROM valuation
             WHERE firm_id = :firm AND id > :after ORDER BY id, revision DESC LIMIT :most""";

    private final FirmSql sql;

    R2dbcValuationSnapshot(FirmSql sql) {
        this.sql = sql;
    }

    @Override
    public Part part() {
        return Part.VALUATIONS;
    }

    @Override
    public Mono<Long> count() {
        return sql.sql("SELECT count(*) AS n FROM valuation WHERE firm_id = :firm AND revision = 1")
                .one(row -> row.get("n", Long.class));
    }

    @Override
    public Mono<List<Message>> after(UUID id, int most) {
        return sql.sql(NEXT)
                .bind("after", id)
                .bind("most", most)
                .list(R2dbcValuations::recorded)
                .map(found -> found.stream().map(ValuationEvents::told).toList());
    }
}
