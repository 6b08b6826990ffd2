package io.rems.firm.settings;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/** A setting as the settings page shows it; values are text in the form that {@code accepts} describes. */
record SettingView(
        String key,
        SettingType.Kind type,
        boolean list,
        String value,
        @JsonProperty("default") String defaultValue,
        boolean overridden,
        String accepts,
        String description) {

    static SettingView of(Setting<?> setting, @Nullable String override) {
        return new SettingView(
                setting.key(),
                setting.type().kind(),
                setting.type().list(),
                override == null ? setting.defaultValue() : override,
                setting.defaultValue(),
                override != null,
                setting.type().accepts(),
                setting.description());
    }
}
