package io.rems.local.imports;

import java.util.List;

/** What the legacy database says of people and companies only between the lines. */
final class Parties {

    private static final String IDENTITY = "national_id";
    private static final String COMMERCIAL_REGISTER = "CR-";

    private Parties() {}

    /** A company is who has a number in the commercial register instead of a civil one. */
    static Value tenantType() {
        return Value.of(List.of(IDENTITY), row -> {
            var identity = row.cell(IDENTITY);
            return identity != null && identity.startsWith(COMMERCIAL_REGISTER) ? "COMPANY" : "PERSON";
        });
    }
}
