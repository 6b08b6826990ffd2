package io.rems.approval.decision.domain;

/** Who else may vote in the stead of a holder who does not answer. */
public sealed interface Substitute {

    boolean is(Voter voter);

    /** Any of the firm's. */
    record Administrators() implements Substitute {

        @Override
        public boolean is(Voter voter) {
            return voter.administrator();
        }
    }

    record User(PersonId person) implements Substitute {

        @Override
        public boolean is(Voter voter) {
            return person.equals(voter.person());
        }
    }
}
