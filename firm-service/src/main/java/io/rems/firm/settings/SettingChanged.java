package io.rems.firm.settings;

import io.rems.platform.events.Message;
import io.rems.platform.events.PublishedEvent;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The public form of a change; {@code null} stands for the default. */
@PublishedEvent(
        type = "rems.firm.SettingChanged.v1",
        subject = "firm",
        description = "A firm has set one of its settings, or gone back to the default (value null).")
record SettingChanged(
        String key, @Nullable String value, @Nullable String previous) {

    Message message(UUID firm, long firmVersion) {
        return Message.of(firm, firmVersion, this);
    }
}
