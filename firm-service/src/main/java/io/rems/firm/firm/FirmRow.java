package io.rems.firm.firm;

import io.r2dbc.spi.Row;
import io.rems.platform.access.FirmId;
import io.rems.platform.database.FirmSql.Statement;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.UUID;

/** A firm as its row has it. */
final class FirmRow {
    static final String COLUMNS = """
            f.firm_id AS id, f.name, f.legal_name, f.registration_number, f.tax_number, f.phones, f.email, f.address,
            f.industry, f.employees, f.web_site, f.description, f.currency, f.time_zone, f.languages, f.weekend_days,
            f.status, f.status_reason, coalesce(f.status_since, f.created_at) AS status_since, f.created_at, f.version""";
    static final String INSERT = """
            INSERT INTO firm (firm_id, name, legal_name, registration_number, tax_number, phones, email, address, industry,
                              employees, web_site, description, currency, time_zone, languages, weekend_days,
                              status, created_at, version)
            VALUES (:id, :name, :legalName, :registrationNumber, :taxNumber, :phones, :email, :address, :industry,
                    :employees, :webSite, :description, :currency, :timeZone, :languages, :weekendDays,
                    :status, :createdAt, :version)""";
    static final String UPDATE = """
            UPDATE firm
               SET name = :name, legal_name = :legalName, registration_number = :registrationNumber,
                   tax_number = :taxNumber, phones = :phones, email = :email, address = :address, industry = :industry,
                   employees = :employees, web_site = :webSite, description = :description, currency = :currency,
                   time_zone = :timeZone, languages = :languages, weekend_days = :weekendDays, version = :version
             WHERE firm_id = :id AND status = :status AND created_at = :createdAt""";

    private FirmRow() {}

    static Statement bind(Firm firm, Statement statement) {
        var profile = firm.profile();
        return statement
                .bind("id", firm.id().value())
                .bind("name", profile.name())
                .bindNullable("legalName", profile.legalName(), String.class)
                .bindNullable("registrationNumber", profile.registrationNumber(), String.class)
                .bindNullable("taxNumber", profile.taxNumber(), String.class)
                .bind("phones", profile.phones().toArray(String[]::new))
                .bind("email", profile.email())
                .bindNullable("address", profile.address(), String.class)
                .bind("industry", profile.industry().name())
                .bindNullable("employees", profile.employees(), Integer.class)
                .bindNullable("webSite", profile.webSite(), String.class)
                .bindNullable("description", profile.description(), String.class)
                .bind("currency", profile.currency().getCurrencyCode())
                .bind("timeZone", profile.timeZone().getId())
                .bind("languages", profile.languages().toArray(String[]::new))
                .bind(
                        "weekendDays",
                        profile.weekendDays().stream().map(DayOfWeek::name).toArray(String[]::new))
                .bind("status", firm.standing().status().name())
                .bind("createdAt", firm.createdAt())
                .bind("version", firm.version());
    }

    static Statement bindDirectory(Firm firm, Statement statement) {
        return statement
                .bind("id", firm.id().value())
                .bind("nameKey", firm.profile().nameKey())
                .bind("emailKey", firm.profile().emailKey())
                .bind("searchText", firm.profile().searchText());
    }

    static Firm firm(Row row) {
        var profile = new FirmProfile(
                row.get("name", String.class),
                row.get("legal_name", String.class),
                row.get("registration_number", String.class),
                row.get("tax_number", String.class),
                List.of(row.get("phones", String[].class)),
                row.get("email", String.class),
                row.get("address", String.class),
                Industry.valueOf(row.get("industry", String.class)),
                row.get("employees", Integer.class),
                row.get("web_site", String.class),
                row.get("description", String.class),
                Currency.getInstance(row.get("currency", String.class)),
                ZoneId.of(row.get("time_zone", String.class)),
                List.of(row.get("languages", String[].class)),
                Arrays.stream(row.get("weekend_days", String[].class))
                        .map(DayOfWeek::valueOf)
                        .toList());
        var standing = new Standing(
                FirmStatus.valueOf(row.get("status", String.class)),
                row.get("status_reason", String.class),
                row.get("status_since", Instant.class));
        return new Firm(
                new FirmId(row.get("id", UUID.class)),
                profile,
                standing,
                row.get("created_at", Instant.class),
                row.get("version", Long.class));
    }
}
