package io.rems.firm.password;

/** What comparing a password with a hash has shown. */
public enum Match {
    WRONG,
    RIGHT,
    /** The right password; but its hash is weaker, or of another form of it, than one that is made now. */
    OUTDATED
}
