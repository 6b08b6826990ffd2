package io.rems.violations.second;

import io.rems.violations.first.NeedsSecond;
import org.jspecify.annotations.Nullable;

/** Breaks: features are acyclic. */
public record NeedsFirst(@Nullable NeedsSecond other) {}
