package io.rems.violations.first;

import io.rems.violations.second.NeedsFirst;

/** Breaks: features are acyclic. */
public record NeedsSecond(NeedsFirst other) {}
