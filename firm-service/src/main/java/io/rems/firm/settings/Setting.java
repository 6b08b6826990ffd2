package io.rems.firm.settings;

import java.time.DateTimeException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A setting that every firm has: at its default until the firm sets another value. */
public record Setting<T>(String key, SettingType<T> type, String defaultValue, String description) {

    public Setting {
        if (type.read().apply(defaultValue) == null) {
            throw new IllegalArgumentException("The default of " + key + " is not a value");
        }
    }

    /** The value in force, given what the firm has set, if anything. */
    public T valueOf(@Nullable String override) {
        return type.read().apply(override == null ? defaultValue : override);
    }

    /** The text as it is stored; empty if this setting does not accept it. */
    Optional<String> accepted(String text) {
        var stripped = text.strip();
        try {
            type.read().apply(stripped);
            return Optional.of(stripped);
        } catch (IllegalArgumentException | DateTimeException _) {
            return Optional.empty();
        }
    }
}
