package io.rems.approval.escalation.domain;

/** What is done about a request that is not decided. */
public enum StepKind {
    /** Those who have not voted are reminded. */
    REMINDER,
    /** It goes to the administrators: the first level. */
    ESCALATION,
    /** The administrators are reminded, daily. */
    ADMINISTRATORS_REMINDER,
    /** It goes to the platform: the second level, and the last. */
    PLATFORM_ESCALATION
}
