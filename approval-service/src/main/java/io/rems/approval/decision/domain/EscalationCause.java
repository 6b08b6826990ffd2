package io.rems.approval.decision.domain;

/** Why a request goes to the next level. */
public enum EscalationCause {
    /** Nobody decided in time. */
    DEADLINE,
    /** Of those whose votes are still wanted nobody may decide but who submitted the expense, and he may not. */
    NOBODY_ELSE
}
