package io.rems.approval.routing.messaging;

import org.jspecify.annotations.Nullable;

/** What we use of firm-service's events. */
final class FirmEvents {

    private FirmEvents() {}

    record FirmCreated(String currency) {}

    /** A null value is the way back to the default. */
    record SettingChanged(String key, @Nullable String value) {}
}
