package io.rems.reporting.directory;

import org.jspecify.annotations.Nullable;

/** What is used of {@code rems.ownership.PropertyRegistered.v1} and {@code PropertyChanged.v1}. */
public record PropertyDescribed(
        String code,
        String name,
        @Nullable String type,
        @Nullable String location) {}
