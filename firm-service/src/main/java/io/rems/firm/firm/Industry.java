package io.rems.firm.firm;

/** What a firm lives by. */
public enum Industry {
    REAL_ESTATE,
    PROPERTY_MANAGEMENT,
    INVESTMENT,
    DEVELOPMENT,
    CONSTRUCTION,
    CONSULTING,
    OTHER
}
