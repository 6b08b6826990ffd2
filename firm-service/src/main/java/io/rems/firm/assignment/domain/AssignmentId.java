package io.rems.firm.assignment.domain;

import java.util.UUID;

public record AssignmentId(UUID value) {}
