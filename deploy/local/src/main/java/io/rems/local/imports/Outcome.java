package io.rems.local.imports;

import java.util.List;

/** What became of a row at the API. */
sealed interface Outcome {

    record Created() implements Outcome {}

    /** From an earlier import. */
    record AlreadyThere() implements Outcome {}

    record Refused(List<Refusal> refusals) implements Outcome {}
}
