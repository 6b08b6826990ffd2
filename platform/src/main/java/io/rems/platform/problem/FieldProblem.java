package io.rems.platform.problem;

/** One field that is not as it must be; {@code field} is its path in the request ({@code periods[0].share}). */
public record FieldProblem(String field, String code, String message) {}
