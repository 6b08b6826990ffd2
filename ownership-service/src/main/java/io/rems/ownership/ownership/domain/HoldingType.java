package io.rems.ownership.ownership.domain;

/** As what an owner holds a share. */
public enum HoldingType {
    INDIVIDUAL,
    CORPORATE,
    PARTNERSHIP
}
