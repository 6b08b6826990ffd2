package io.rems.reporting.directory;

import org.jspecify.annotations.Nullable;

/** What is used of {@code rems.firm.FirmCreated.v1}. */
public record FirmCreated(
        String name,
        @Nullable String currency,
        @Nullable String timeZone,
        @Nullable String status) {}
