package io.rems.reporting.statistics;

/** What is used of {@code rems.firm.AssignmentGranted.v1}. */
public record AssignmentGranted(String role) {}
