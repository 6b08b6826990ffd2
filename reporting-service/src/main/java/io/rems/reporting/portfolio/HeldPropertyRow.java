package io.rems.reporting.portfolio;

import io.r2dbc.spi.Row;
import io.rems.platform.Share;
import io.rems.reporting.portfolio.OwnerPortfolio.HeldProperty;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** A property that an owner holds on a day; several periods at once add up exactly. */
final class HeldPropertyRow {
    static final String SELECT = """
            SELECT h.firm_id, h.property_id AS id, coalesce(p.code, '') AS sorted_code, p.code, p.name, p.type,
                   p.location, h.numerators, h.denominators, h.primary_contact, h.held_from, h.held_to,
                   (SELECT count(*) FROM awaited_vote a
                     WHERE a.firm_id = h.firm_id AND a.owner_id = :owner AND a.property_id = h.property_id) AS pending
              FROM (SELECT firm_id, property_id, array_agg(share_numerator ORDER BY period_id) AS numerators,
                           array_agg(share_denominator ORDER BY period_id) AS denominators,
                           bool_or(primary_contact) AS primary_contact, min(held_from) AS held_from,
                           max(held_to) AS held_to
                      FROM holding
                     WHERE firm_id = :firm AND owner_id = :owner AND held_from <= :date
                       AND (held_to IS NULL OR held_to > :date)
                     GROUP BY firm_id, property_id) h
              LEFT JOIN property p ON p.firm_id = h.firm_id AND p.id = h.property_id
            """;

    private HeldPropertyRow() {}

    static HeldProperty read(Row row) {
        return new HeldProperty(
                Objects.requireNonNull(row.get("id", UUID.class)),
                row.get("code", String.class),
                row.get("name", String.class),
                row.get("type", String.class),
                row.get("location", String.class),
                share(row),
                Boolean.TRUE.equals(row.get("primary_contact", Boolean.class)),
                Objects.requireNonNull(row.get("held_from", LocalDate.class)),
                row.get("held_to", LocalDate.class),
                Objects.requireNonNull(row.get("pending", Long.class)),
                List.of());
    }

    private static Share share(Row row) {
        var numerators = Objects.requireNonNull(row.get("numerators", Long[].class));
        var denominators = Objects.requireNonNull(row.get("denominators", Long[].class));
        var share = Share.NONE;
        for (int i = 0; i < numerators.length; i++) {
            share = share.plus(Share.of(numerators[i], denominators[i]));
        }
        return share;
    }
}
