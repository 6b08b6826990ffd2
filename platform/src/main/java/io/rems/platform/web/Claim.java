package io.rems.platform.web;

import java.util.UUID;

/** What became of the wish to carry out a command under its key. */
sealed interface Claim {

    /** Go ahead; what you do counts only if you still hold the key when you are done. */
    record Granted(UUID holder) implements Claim {}

    /** It was carried out before. */
    record Answered(Answer answer) implements Claim {}

    /** Somebody else is at it. */
    record InFlight() implements Claim {}

    /** The key meant another command. */
    record Reused() implements Claim {}
}
