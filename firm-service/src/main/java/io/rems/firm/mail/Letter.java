package io.rems.firm.mail;

import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/**
 * Something to write to somebody.
 *
 * @param addressee the user; of letters of one kind to him that have not gone yet only the newest goes
 * @param words what the template leaves open; may hold secrets
 */
public record Letter(Template template, UUID addressee, String recipient, Locale language, Map<String, String> words) {

    @Override
    public String toString() {
        return "Letter[" + template + " to " + addressee + "]";
    }
}
