package io.rems.reporting.directory;

import org.jspecify.annotations.Nullable;

/**
 * What is used of firm-service's events about a firm: created, changed, suspended, reactivated, closed. The last three
 * say its name and status only.
 */
public record FirmDescribed(
        String name,
        @Nullable String currency,
        @Nullable String timeZone,
        @Nullable String status) {}
