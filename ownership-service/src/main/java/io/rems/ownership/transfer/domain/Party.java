package io.rems.ownership.transfer.domain;

import io.rems.ownership.ownership.domain.Holder;

/** Who gives or receives. */
public sealed interface Party {

    Party FIRM = new Firm();

    /** As people call him. */
    String name();

    record Owner(Holder holder) implements Party {

        @Override
        public String name() {
            return holder.name();
        }

        boolean is(Holder other) {
            return holder.ownerId().equals(other.ownerId());
        }
    }

    /** The firm, which has what nobody was given. */
    record Firm() implements Party {

        @Override
        public String name() {
            return "The firm";
        }
    }
}
