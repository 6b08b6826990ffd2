package io.rems.reporting.directory;

import io.rems.platform.database.FirmSql;
import io.rems.platform.events.ReceivedEvent;
import io.rems.reporting.progress.Position;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Names for identifiers; what refers to a name that has not arrived yet shows none until it has. */
@Component
class R2dbcDirectory implements Directory {
    private static final String DEFAULT_ZONE = "Asia/Kuwait";
    private static final String FIRM = """
            INSERT INTO firm (firm_id, position, name, currency, time_zone, status, status_position)
            VALUES (:firm, :position, :name, :currency, :zone, 'ACTIVE', 0)
            ON CONFLICT (firm_id) DO UPDATE
               SET position = excluded.position, name = excluded.name, currency = excluded.currency,
                   time_zone = excluded.time_zone
             WHERE firm.position < excluded.position
            """;
    private static final String FIRM_STATUS = """
            INSERT INTO firm (firm_id, position, name, time_zone, status, status_position)
            VALUES (:firm, 0, :name, :zone, :status, :position)
            ON CONFLICT (firm_id) DO UPDATE
               SET status = excluded.status, status_position = excluded.status_position
             WHERE firm.status_position < excluded.status_position
            """;
    private static final String PROPERTY = """
            INSERT INTO property (firm_id, id, position, code, name, type, location)
            VALUES (:firm, :id, :position, :code, :name, :type, :location)
            ON CONFLICT (firm_id, id) DO UPDATE
               SET position = excluded.position, code = excluded.code, name = excluded.name, type = excluded.type,
                   location = excluded.location
             WHERE property.position < excluded.position
            """;
    private static final String OWNER = """
            INSERT INTO owner (firm_id, id, position, name, type) VALUES (:firm, :id, :position, :name, :type)
            ON CONFLICT (firm_id, id) DO UPDATE
               SET position = excluded.position, name = excluded.name, type = excluded.type
             WHERE owner.position < excluded.position
            """;

    private final FirmSql database;

    R2dbcDirectory(FirmSql database) {
        this.database = database;
    }

    @Override
    public Mono<Void> firm(ReceivedEvent event, FirmDescribed firm) {
        return database.sql(FIRM)
                .bind("position", Position.of(event, 1).value())
                .bind("name", firm.name())
                .bindNullable("currency", firm.currency(), String.class)
                .bind("zone", zone(firm.timeZone()))
                .update()
                .then();
    }

    @Override
    public Mono<Void> firmStatus(ReceivedEvent event, FirmDescribed firm) {
        return database.sql(FIRM_STATUS)
                .bind("position", Position.of(event, 1).value())
                .bind("name", firm.name())
                .bind("zone", zone(firm.timeZone()))
                .bind("status", Objects.requireNonNullElse(firm.status(), "ACTIVE"))
                .update()
                .then();
    }

    @Override
    public Mono<Void> property(ReceivedEvent event, PropertyDescribed property) {
        return database.sql(PROPERTY)
                .bind("id", event.subject())
                .bind("position", Position.of(event, 1).value())
                .bind("code", property.code())
                .bind("name", property.name())
                .bindNullable("type", property.type(), String.class)
                .bindNullable("location", property.location(), String.class)
                .update()
                .then();
    }

    @Override
    public Mono<Void> owner(ReceivedEvent event, OwnerRegistered owner) {
        return database.sql(OWNER)
                .bind("id", event.subject())
                .bind("position", Position.of(event, 1).value())
                .bind("name", owner.name())
                .bindNullable("type", owner.type(), String.class)
                .update()
                .then();
    }

    /** A zone that cannot be read must not stop the reports of all firms, which reckon with it. */
    private static String zone(@Nullable String zone) {
        try {
            return zone == null ? DEFAULT_ZONE : ZoneId.of(zone).getId();
        } catch (DateTimeException _) {
            return DEFAULT_ZONE;
        }
    }
}
