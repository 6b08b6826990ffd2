package io.rems.firm.assignment.domain;

import io.rems.platform.access.FirmId;
import java.time.Instant;

/** A position that a user holds in a firm, since a moment and until it is ended. */
public record Assignment(AssignmentId id, FirmId firm, Position position, Instant since, long version) {}
