package io.rems.firm.settings;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One change of a setting, as its history tells it; without a value it is, or was, the default. */
record SettingChange(
        UUID id, @Nullable String value, @Nullable String previous, String changedBy, Instant changedAt) {}
