package io.rems.ownership.snapshot;

/** What a snapshot tells of, in this order: what is named comes before what names it. */
public enum Part {
    OWNERS,
    PROPERTIES,
    UNITS,
    OWNERSHIP,
    VALUATIONS
}
