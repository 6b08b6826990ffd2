package io.rems.ownership.transfer.persistence;

import io.r2dbc.spi.Row;
import io.rems.ownership.firm.Viewer;
import io.rems.ownership.transfer.InheritanceView;
import io.rems.ownership.transfer.InheritanceView.HeirView;
import io.rems.ownership.transfer.InheritanceView.InheritedView;
import io.rems.ownership.transfer.Inheritances;
import io.rems.ownership.transfer.domain.Inheritance;
import io.rems.ownership.transfer.domain.Paper;
import io.rems.platform.Duplicate;
import io.rems.platform.access.CurrentCaller;
import io.rems.platform.database.FirmSql;
import io.rems.platform.problem.NotFound;
import io.rems.platform.problem.RequestRefused;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

@Repository
class R2dbcInheritances implements Inheritances {

    private static final String ADD = """
            INSERT INTO inheritance (firm_id, id, owner_id, effective_on, reason, papers, recorded_at, recorded_by)
            VALUES (:firm, :id, :owner, :day, :reason, CAST(:papers AS jsonb), :at, :by)""";

    private static final String ADD_HEIRS = """
            INSERT INTO inheritance_heir (firm_id, inheritance_id, position, owner_id, fraction_numerator,
                                          fraction_denominator, primary_contact)
            SELECT :firm, :id, heir.*
              FROM jsonb_to_recordset(CAST(:heirs AS jsonb)) AS heir (
                   position smallint, owner uuid, numerator bigint, denominator bigint, primary_contact boolean)""";

    private static final String GET = """
            SELECT inheritance.id, inheritance.owner_id, owner.name, inheritance.effective_on, inheritance.reason,
                   inheritance.papers::text AS papers, inheritance.recorded_at,
                   (SELECT jsonb_agg(jsonb_build_object(
                               'ownerId', heir.owner_id, 'name', known.name, 'primaryContact', heir.primary_contact,
                               'fraction', heir.fraction_numerator || '/' || heir.fraction_denominator)
                               ORDER BY heir.position)::text
                      FROM inheritance_heir heir
                      JOIN owner known ON known.firm_id = heir.firm_id AND known.id = heir.owner_id
                     WHERE heir.firm_id = inheritance.firm_id AND heir.inheritance_id = inheritance.id) AS heirs,
                   (SELECT coalesce(jsonb_agg(jsonb_build_object('transferId', id, 'propertyId', property_id)
                                              ORDER BY property_id), '[]')::text
                      FROM transfer
                     WHERE transfer.firm_id = inheritance.firm_id
                       AND transfer.inheritance_id = inheritance.id) AS transfers
              FROM inheritance
              JOIN owner ON owner.firm_id = inheritance.firm_id AND owner.id = inheritance.owner_id
             WHERE inheritance.firm_id = :firm AND inheritance.id = :id
               AND (NOT :own_only OR owner.id = :viewer OR (inheritance.effective_on <= :today AND EXISTS (
                   SELECT FROM inheritance_heir heir
                    WHERE heir.firm_id = inheritance.firm_id AND heir.inheritance_id = inheritance.id
                      AND heir.owner_id = :viewer)))""";

    private final FirmSql sql;
    private final JsonMapper json;

    R2dbcInheritances(FirmSql sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    @Override
    public Mono<Void> add(Inheritance inheritance, Instant at) {
        return CurrentCaller.get()
                .flatMap(caller -> sql.sql(ADD)
                        .bind("id", inheritance.id())
                        .bind("owner", inheritance.giver().ownerId())
                        .bind("day", inheritance.on())
                        .bindNullable("reason", inheritance.reason(), String.class)
                        .bind("papers", json.writeValueAsString(inheritance.papers()))
                        .bind("at", at)
                        .bind("by", caller.actor().id())
                        .update())
                .onErrorMap(DuplicateKeyException.class, _ -> new RequestRefused(new Duplicate("inheritance", "id")))
                .then(sql.sql(ADD_HEIRS)
                        .bind("id", inheritance.id())
                        .bind("heirs", heirs(inheritance))
                        .update())
                .then();
    }

    @Override
    public Mono<InheritanceView> get(UUID id, Viewer viewer) {
        return sql.sql(GET)
                .bind("id", id)
                .bind("own_only", viewer.ownOnly())
                .bind("viewer", viewer.ownerId())
                .bind("today", viewer.today())
                .one(this::view)
                .switchIfEmpty(Mono.error(() -> new NotFound("inheritance", id)));
    }

    private String heirs(Inheritance inheritance) {
        var heirs = inheritance.heirs();
        return json.writeValueAsString(IntStream.range(0, heirs.size())
                .mapToObj(i -> Map.of(
                        "position", i,
                        "owner", heirs.get(i).holder().ownerId(),
                        "numerator", heirs.get(i).fraction().numerator(),
                        "denominator", heirs.get(i).fraction().denominator(),
                        "primary_contact", heirs.get(i).primaryContact()))
                .toList());
    }

    private InheritanceView view(Row row) {
        return new InheritanceView(
                row.get("id", UUID.class),
                row.get("owner_id", UUID.class),
                row.get("name", String.class),
                row.get("effective_on", LocalDate.class),
                row.get("reason", String.class),
                List.of(json.readValue(row.get("papers", String.class), Paper[].class)),
                List.of(json.readValue(row.get("heirs", String.class), HeirView[].class)),
                List.of(json.readValue(row.get("transfers", String.class), InheritedView[].class)),
                row.get("recorded_at", Instant.class));
    }
}
