package io.rems.approval.decision.domain;

/** What a voter says, and what all of them come to. */
public enum Verdict {
    APPROVED,
    REJECTED
}
