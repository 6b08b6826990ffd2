package io.rems.local.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** A small legacy database: two sound rows a table, which tests change. */
final class Folder {

    static final Firm FIRM = new Firm(
            UUID.fromString("00000000-0000-4000-8000-000000000001"),
            "Test Firm",
            Currency.getInstance("KWD"),
            LocalDate.of(2026, 11, 23));

    private static final Map<String, String> SOUND = sound();

    private final Path path;

    private Folder(Path path) {
        this.path = path;
    }

    static Folder in(Path path) {
        var folder = new Folder(path);
        SOUND.forEach(folder::write);
        return folder;
    }

    Path path() {
        return path;
    }

    Folder write(String table, String text) {
        try {
            Files.writeString(path.resolve(table + ".csv"), text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Folder replace(String table, String before, String after) {
        var text = text(table);
        if (!text.contains(before)) {
            throw new IllegalArgumentException(table + " does not have " + before);
        }
        return write(table, text.replace(before, after));
    }

    Folder add(String table, String line) {
        return write(table, text(table) + line + "\n");
    }

    String text(String table) {
        try {
            return Files.readString(path.resolve(table + ".csv"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All tables that come in, as they are read in that order. */
    Map<String, Reading> read() {
        var books = new Books(FIRM);
        var readings = new LinkedHashMap<String, Reading>();
        for (var table : LegacyTables.ALL) {
            readings.put(table.name(), TableReader.read(table, CsvFile.read(path.resolve(table.file())), books));
        }
        return readings;
    }

    private static Map<String, String> sound() {
        var tables = new LinkedHashMap<String, String>();
        tables.put("owners", """
                owner_id,full_name,display_name,nationality,phone_primary,phone_secondary,email,preferred_language,notes,is_active,created_at,address,national_id_type,national_id_number
                1,Mona Test,,Kuwaiti,+965 1,+965 2,mona@test.example,ar,,t,2020-01-01,Salmiya,civil_id,284093007777
                2,Omar Test,,,,,,,"two
                lines",t,2020-01-01,,civil_id,
                """);
        tables.put("properties", """
                property_id,property_code,property_name,location,address,area_sqm,property_type,notes,construction_year,construction_cost,planning_permit,valuation_amount,valuation_date,valuation_method,updated_at
                1,P1,First House,Salmiya,,100.50,residential,,1998,900000.00,PM/1,1571785.71,,income_approach_7%,2026-11-22 10:43:42.755005
                2,P2,Second House,,,,mixed_use,,,,,,,,2026-11-22 10:43:42.755005
                """);
        tables.put("units", """
                unit_id,property_id,unit_number,unit_type,number_of_bedrooms,number_of_bathrooms,area_sqm,base_rent_amount,number_of_livingrooms,number_of_parking_spaces,notes
                1,1,101,apartment,2,1,80.00,450.00,1,2,corner
                2,1,102,single_family_home,,,,,,,
                """);
        tables.put("property_ownership_periods", """
                ownership_id,property_id,owner_id,ownership_percentage,start_date,end_date,is_primary_contact,management_fee_percentage,acquisition_method,notes
                1,1,1,50.00,2020-01-01,,t,5.00,purchase,
                2,1,2,50.00,2020-01-01,2025-12-31,f,,,
                """);
        tables.put("tenants", """
                tenant_id,full_name,nationality,home_phone,work_phone,mobile,email,national_id,notes
                1,Tina Tenant,,,,+965 2,tina@test.example,287010012345,
                2,Trading Test,,,+965 3,,,CR-1,
                """);
        tables.put("vendors", """
                vendor_id,vendor_name,vendor_type,commercial_registration,tax_number,address,contact_person,phone_primary,mobile,phone_secondary,email,specialization,emergency_available
                1,Vera Works,contractor,CR-9,,"Shuwaikh, Block 1",Vera,,+965 4,+965 5,vera@test.example,"Walls, Roofs",t
                """);
        tables.put("expense_categories", """
                category_id,category_code,category_name,category_description
                1,REP,Repairs,
                2,TAX,Taxes,
                """);
        tables.put("expense_types", """
                type_id,category_id,type_code,type_name
                1,1,WALL,Walls
                2,2,CITY,City tax
                """);
        tables.put("rental_contracts", """
                contract_id,unit_id,tenant_id,second_tenant_id,contract_number,start_date,end_date,monthly_rent,deposit_amount,contract_status,notes
                1,1,1,2,C1,2026-01-01,2026-12-31,450.00,900.00,active,
                2,2,2,,C2,2024-01-01,2024-12-31,300.00,,expired,
                """);
        tables.put("expense_transactions", """
                expense_transaction_id,property_id,expense_category_id,expense_type_id,vendor_id,expense_date,amount,currency,description,payment_status,approved_by,approved_date,payment_method,payment_reference,tax_amount,notes
                1,1,1,1,1,2026-11-01,150.00,KWD,Wall repaired,approved,2,2026-11-03 10:43:42.789288,cash,R-1,0.00,
                2,2,2,,,2026-11-02,99.500,,City tax,pending,,,,,1.000,soon
                """);
        return tables;
    }
}
