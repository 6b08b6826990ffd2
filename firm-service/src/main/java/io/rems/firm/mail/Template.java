package io.rems.firm.mail;

import java.util.Locale;

/** What there is to write; each has its text in {@code mail/<language>/<name>.txt}. */
public enum Template {
    /** To somebody new: {@code name, firm, link, life}. */
    INVITATION,
    /** To somebody new who works in no firm: {@code name, link, life}. */
    PLATFORM_INVITATION,
    /** To somebody who has a login already: {@code name, firm, link}. */
    WELCOME_TO_FIRM,
    /** {@code name, link, life}. */
    PASSWORD_RESET,
    /** The same, asked for by an administrator. */
    PASSWORD_RESET_REQUIRED,
    /** {@code name}. */
    PASSWORD_CHANGED,
    /** To the new address: {@code name, link, life}. */
    EMAIL_CHANGE,
    /** To the old address: {@code name, email}. */
    EMAIL_CHANGE_ASKED;

    String file() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-') + ".txt";
    }
}
