package io.rems.approval.delegation.domain;

/** Why a delegation does not let its delegate decide on an expense. */
public enum Against {
    /** Its first day is still to come. */
    NOT_YET,
    /** Its last day has passed. */
    OVER,
    REVOKED,
    /** It ended by itself before its time: the owner was merged or archived, or the delegate left the firm. */
    ENDED,
    /** The owner holds nothing of the property any more. */
    OWNERSHIP_ENDED,
    /** The amount, with those that count as one with it, is above the limit, or in another currency. */
    AMOUNT,
    PROPERTY,
    CATEGORY,
    /** Somebody on the way from the owner to the delegate, or he himself, submitted the expense. */
    DELEGATE_SUBMITTED,
    /** The owner himself submitted it, or another one who passed it on. */
    OWNER_SUBMITTED,
    /** The firm does not let delegates pass on what they were given. */
    CHAIN_NOT_ALLOWED,
    /** It was passed on more than twice. */
    CHAIN_TOO_LONG,
    /** The delegate is kept out of the firm for the time being, or is there no longer. */
    DELEGATE_INACTIVE,
    /** A login of the owner's granted it that may do nothing any more. */
    GRANTOR_DISABLED
}
