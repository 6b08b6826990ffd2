package io.rems.firm.settings;

import io.rems.platform.events.Message;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The public form of a change; {@code null} stands for the default. */
record SettingChanged(
        String key, @Nullable String value, @Nullable String previous) {

    Message message(UUID firm, long firmVersion) {
        return new Message("rems.firm.SettingChanged.v1", firm, firmVersion, this);
    }
}
