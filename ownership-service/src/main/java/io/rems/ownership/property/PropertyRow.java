package io.rems.ownership.property;

import io.r2dbc.spi.Row;
import io.rems.platform.Versioned;
import io.rems.platform.database.FirmSql;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

/** A property as its row holds it. */
final class PropertyRow {

    static final String COLUMNS = """
            property.id, property.version, property.code, property.name, property.type, property.status,
            property.location, property.address, property.area, property.construction_year,
            property.construction_cost_minor, property.construction_cost_currency, property.permit_number,
            property.purchase_price_minor, property.purchase_price_currency, property.purchase_date, property.note""";

    private PropertyRow() {}

    static FirmSql.Statement bound(FirmSql.Statement statement, Property property) {
        var filled = statement
                .bind("id", property.id())
                .bind("code", property.code())
                .bind("name", property.name())
                .bind("type", property.type().name())
                .bindNullable("location", property.location(), String.class)
                .bindNullable("address", property.address(), String.class)
                .bindNullable("area", property.area(), BigDecimal.class)
                .bindNullable("construction_year", property.constructionYear(), Integer.class)
                .bindNullable("permit_number", property.permitNumber(), String.class)
                .bindNullable("purchase_date", property.purchaseDate(), LocalDate.class)
                .bindNullable("note", property.note(), String.class);
        return MoneyColumns.bind(
                MoneyColumns.bind(filled, "construction_cost", property.constructionCost()),
                "purchase_price",
                property.purchasePrice());
    }

    static Versioned<Property> versioned(Row row) {
        return new Versioned<>(property(row), row.get("version", Long.class));
    }

    static Property property(Row row) {
        return new Property(
                row.get("id", UUID.class),
                row.get("code", String.class),
                row.get("name", String.class),
                PropertyType.valueOf(row.get("type", String.class)),
                PropertyStatus.valueOf(row.get("status", String.class)),
                row.get("location", String.class),
                row.get("address", String.class),
                row.get("area", BigDecimal.class),
                row.get("construction_year", Integer.class),
                MoneyColumns.in(row, "construction_cost"),
                row.get("permit_number", String.class),
                MoneyColumns.in(row, "purchase_price"),
                row.get("purchase_date", LocalDate.class),
                row.get("note", String.class));
    }
}
