package io.rems.approval.decision.domain;

/** When the votes of the holders decide; the firm chooses. */
public enum Rule {
    /** More than half of the shares. */
    SHARE_MAJORITY,
    /** The first holder who approves; the firm is the holder of its own part. */
    ANY_OWNER,
    /** The holder who is the property's primary contact decides, the others look on. */
    PRIMARY_CONTACT,
    /** Every holder. */
    UNANIMOUS
}
