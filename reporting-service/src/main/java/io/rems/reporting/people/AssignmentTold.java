package io.rems.reporting.people;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is used of firm-service's events about assignments; the end of one names no role. */
public record AssignmentTold(UUID userId, @Nullable String role) {}
