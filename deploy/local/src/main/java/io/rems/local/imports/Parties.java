package io.rems.local.imports;

import static io.rems.local.imports.Values.choice;
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

    /** How an owner is shown, where that is not his name. */
    static Value otherName() {
        var shown = text("display_name", 200);
        return Value.of(List.of("display_name", "full_name"), row -> {
            var name = shown.of(row);
            return name == null || row.cell("full_name") == null || name.equals(row.cell("full_name")) ? null : name;
        });
    }

    /** The second phone of who has two. */
    static Value otherPhones() {
        var second = text("phone_secondary", 40);
        return Value.of(List.of("phone_secondary", "phone_primary"), row -> {
            var phone = second.of(row);
            return phone == null || row.cell("phone_primary") == null ? null : List.of(phone);
        });
    }

    /** An owner's document; a kind alone tells nothing. */
    static Value identity() {
        var type = choice(
                "national_id_type",
                Map.of(
                        "civil_id", "CIVIL_ID",
                        "passport", "PASSPORT",
                        "commercial_registration", "COMMERCIAL_REGISTRATION",
                        "other", "OTHER"));
        var number = text("national_id_number", 60);
        return Value.of(List.of("national_id_number", "national_id_type"), row -> {
            var kind = type.of(row);
            var said = number.of(row);
            if ("CIVIL_ID".equals(kind) && said instanceof String id && !CivilId.isValid(id.replaceAll("\\s", ""))) {
                throw new BadCell(
                        "national_id_number",
                        "not a Kuwaiti civil ID: twelve digits, with the day of birth and a check digit that fits");
            }
            return said == null ? null : Map.of("type", kind == null ? "OTHER" : kind, "number", said);
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
