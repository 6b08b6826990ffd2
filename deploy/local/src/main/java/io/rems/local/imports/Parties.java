package io.rems.local.imports;

import static io.rems.local.imports.Values.email;
import static io.rems.local.imports.Values.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the legacy database says of people and companies only between the lines. */
final class Parties {

    private static final String IDENTITY = "national_id";
    private static final String COMMERCIAL_REGISTER = "CR-";

    private static final Value CONTACT = text("contact_person", 200);
    private static final List<Value> PHONES =
            List.of(text("phone_primary", 40), text("mobile", 40), text("phone_secondary", 40));
    private static final Value EMAIL = email("email");
    private static final Value SPECIALITIES = text("specialization", 1000);

    private Parties() {}

    /** A company is who has a number in the commercial register instead of a civil one. */
    static Value tenantType() {
        return Value.of(List.of(IDENTITY), row -> {
            var identity = row.cell(IDENTITY);
            return identity != null && identity.startsWith(COMMERCIAL_REGISTER) ? "COMPANY" : "PERSON";
        });
    }

    /** One contact a phone, for each can have one; the first has the e-mail address too. */
    static Value vendorContacts() {
        var columns = Stream.concat(Stream.of(CONTACT, EMAIL), PHONES.stream())
                .flatMap(value -> value.columns().stream())
                .toList();
        return Value.of(columns, row -> {
            var contacts = new ArrayList<Map<String, Object>>();
            PHONES.forEach(phone -> add(contacts, "phone", phone.of(row)));
            var email = EMAIL.of(row);
            if (contacts.isEmpty()) {
                add(contacts, "email", email);
            } else if (email != null) {
                contacts.getFirst().put("email", email);
            }
            var name = CONTACT.of(row);
            if (name != null) {
                contacts.forEach(contact -> contact.put("name", name));
            }
            return contacts.isEmpty() ? null : contacts;
        });
    }

    static Value specialities() {
        return Value.of(
                SPECIALITIES.columns(),
                row -> SPECIALITIES.of(row) instanceof String all ? List.of(all.split(",\\s*")) : null);
    }

    private static void add(List<Map<String, Object>> contacts, String field, @Nullable Object value) {
        if (value != null) {
            contacts.add(new LinkedHashMap<>(Map.of(field, value)));
        }
    }
}
