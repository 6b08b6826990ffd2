package io.rems.ownership.ownership.domain;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What happened to the ownership of a property: which revisions of its periods count no more, and which count from now
 * on. Whoever keeps or tells it needs nothing else.
 */
public sealed interface OwnershipEvent {

    List<OwnershipPeriod> superseded();

    List<OwnershipPeriod> recorded();

    /** Why, in the words of the one who did it. */
    default @Nullable String statedReason() {
        return null;
    }

    /** The transfer that it is part of. */
    default @Nullable UUID transferId() {
        return null;
    }

    /** From the first to the last day on which somebody holds something else than before. */
    default Validity affected() {
        return Difference.between(superseded(), recorded());
    }

    default boolean changesNothing() {
        return superseded().isEmpty() && recorded().isEmpty();
    }

    /** Who holds more afterwards than before, on some day. */
    default Set<UUID> receivers() {
        return Difference.receivers(superseded(), recorded());
    }

    record PeriodAdded(OwnershipPeriod period) implements OwnershipEvent {
        @Override
        public List<OwnershipPeriod> superseded() {
            return List.of();
        }

        @Override
        public List<OwnershipPeriod> recorded() {
            return List.of(period);
        }
    }

    record PeriodEnded(OwnershipPeriod before, OwnershipPeriod after) implements OwnershipEvent {
        @Override
        public List<OwnershipPeriod> superseded() {
            return List.of(before);
        }

        @Override
        public List<OwnershipPeriod> recorded() {
            return List.of(after);
        }
    }

    /** It was recorded wrongly: what is true of the past changes, what was known stays readable. */
    record PeriodCorrected(OwnershipPeriod before, OwnershipPeriod after, String statedReason)
            implements OwnershipEvent {
        @Override
        public List<OwnershipPeriod> superseded() {
            return List.of(before);
        }

        @Override
        public List<OwnershipPeriod> recorded() {
            return List.of(after);
        }
    }

    /** It should never have been recorded. */
    record PeriodAnnulled(OwnershipPeriod period, String statedReason) implements OwnershipEvent {
        @Override
        public List<OwnershipPeriod> superseded() {
            return List.of(period);
        }

        @Override
        public List<OwnershipPeriod> recorded() {
            return List.of();
        }
    }

    /** Who holds the property on these days was said at once. */
    record TableAssigned(
            Validity days, List<OwnershipPeriod> superseded, List<OwnershipPeriod> recorded, String statedReason)
            implements OwnershipEvent {
        public TableAssigned {
            superseded = List.copyOf(superseded);
            recorded = List.copyOf(recorded);
        }
    }

    record SharesTransferred(
            UUID transferId,
            List<OwnershipPeriod> superseded,
            List<OwnershipPeriod> recorded,
            @Nullable String statedReason)
            implements OwnershipEvent {
        public SharesTransferred {
            superseded = List.copyOf(superseded);
            recorded = List.copyOf(recorded);
        }
    }

    record TransferReversed(
            UUID transferId,
            List<OwnershipPeriod> superseded,
            List<OwnershipPeriod> recorded,
            @Nullable String statedReason)
            implements OwnershipEvent {
        public TransferReversed {
            superseded = List.copyOf(superseded);
            recorded = List.copyOf(recorded);
        }
    }

    /** Two entries of the register of owners were one person: his periods go on under the entry that stays. */
    record OwnerReplaced(List<OwnershipPeriod> superseded, List<OwnershipPeriod> recorded) implements OwnershipEvent {
        public OwnerReplaced {
            superseded = List.copyOf(superseded);
            recorded = List.copyOf(recorded);
        }
    }
}
