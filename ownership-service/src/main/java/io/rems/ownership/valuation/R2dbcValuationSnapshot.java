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

    private static final String NEXT = """
            SELECT * FROM valuation
             WHERE firm_id = :firm AND id > :after AND superseded_at IS NULL ORDER BY id LIMIT :most""";

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
        return sql.sql("SELECT count(*) AS n FROM valuation WHERE firm_id = :firm AND superseded_at IS NULL")
                .one(row -> row.get("n", Long.class));
    }

    @Override
    public Mono<List<Message>> after(UUID id, int most) {
        return sql.sql(NEXT)
                .bind("after", id)
                .bind("most", most)
                .list(R2dbcValuations::recorded)
                .map(found -> found.stream()
                        .map(recorded -> ValuationEvents.told(recorded.valuation(), recorded.version()))
                        .toList());
    }
}
