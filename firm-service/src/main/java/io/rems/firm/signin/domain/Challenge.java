package io.rems.firm.signin.domain;

/** What stands between a right password and a session; a portal holds it for minutes, and it is good for one sign-in. */
public record Challenge(String secret) {

    /** What its holder has to do. */
    public enum Purpose {
        /** Show a code of his second factor. */
        CODE,
        /** Set up a second factor, which a firm requires of him. */
        ENROLMENT
    }

    public static Challenge fresh() {
        return new Challenge(RefreshToken.fresh().secret());
    }

    public byte[] hash() {
        return new RefreshToken(secret).hash();
    }

    @Override
    public String toString() {
        return "Challenge[...]";
    }
}
