package io.rems.firm.user;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** The languages of the portals. */
public enum Language {
    @JsonProperty("en")
    EN,
    @JsonProperty("ar")
    AR;

    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }

    public Locale locale() {
        return Locale.of(tag());
    }

    static Language ofTag(String tag) {
        return valueOf(tag.toUpperCase(Locale.ROOT));
    }
}
