package io.rems.reporting.directory;

import org.jspecify.annotations.Nullable;

/** What is used of {@code rems.ownership.OwnerRegistered.v1}. */
public record OwnerRegistered(String name, @Nullable String type) {}
