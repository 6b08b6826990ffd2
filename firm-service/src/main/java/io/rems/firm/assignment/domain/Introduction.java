package io.rems.firm.assignment.domain;

/**
 * What a firm said of somebody whom it invited. Until he has come that is all it sees of him, so that it does not learn
 * whose e-mail it is.
 *
 * @param language its tag
 */
public record Introduction(String name, String email, String language) {}
