package io.rems.ownership.property;

import io.r2dbc.spi.Row;
import io.rems.platform.Versioned;
import io.rems.platform.database.FirmSql;
import java.math.BigDecimal;
import java.util.UUID;

/** A unit as its row holds it. */
final class UnitRow {

    static final String COLUMNS = """
            unit.id, unit.version, unit.property_id, unit.number, unit.type, unit.status, unit.living_rooms,
            unit.bedrooms, unit.bathrooms, unit.parking_spaces, unit.area, unit.base_rent_minor,
            unit.base_rent_currency, unit.note""";

    private UnitRow() {}

    static FirmSql.Statement bound(FirmSql.Statement statement, UnitFeatures features) {
        var filled = statement
                .bind("type", features.type().name())
                .bindNullable("living_rooms", features.livingRooms(), Integer.class)
                .bindNullable("bedrooms", features.bedrooms(), Integer.class)
                .bindNullable("bathrooms", features.bathrooms(), Integer.class)
                .bindNullable("parking_spaces", features.parkingSpaces(), Integer.class)
                .bindNullable("area", features.area(), BigDecimal.class)
                .bindNullable("note", features.note(), String.class);
        return MoneyColumns.bind(filled, "base_rent", features.baseRent());
    }

    static Versioned<Unit> versioned(Row row) {
        return new Versioned<>(unit(row), row.get("version", Long.class));
    }

    static Unit unit(Row row) {
        var features = new UnitFeatures(
                UnitType.valueOf(row.get("type", String.class)),
                row.get("living_rooms", Integer.class),
                row.get("bedrooms", Integer.class),
                row.get("bathrooms", Integer.class),
                row.get("parking_spaces", Integer.class),
                row.get("area", BigDecimal.class),
                MoneyColumns.in(row, "base_rent"),
                row.get("note", String.class));
        return new Unit(
                row.get("id", UUID.class),
                row.get("property_id", UUID.class),
                row.get("number", String.class),
                UnitStatus.valueOf(row.get("status", String.class)),
                features);
    }
}
