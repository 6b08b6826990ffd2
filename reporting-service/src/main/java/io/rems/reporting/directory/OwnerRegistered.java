package io.rems.reporting.directory;

import org.jspecify.annotations.Nullable;

/** What is used of {@code rems.ownership.OwnerRegistered.v1}, {@code OwnerChanged.v1}, {@code OwnerArchived.v1}, {@code OwnerRestored.v1}. */
public record OwnerRegistered(String name, @Nullable String type) {}
