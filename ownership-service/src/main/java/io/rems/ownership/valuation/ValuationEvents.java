package io.rems.ownership.valuation;

import io.rems.platform.Money;
import io.rems.platform.events.Message;
import io.rems.platform.events.PublishedEvent;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The wire forms of what happens to valuations; the version counts the revisions of one. */
final class ValuationEvents {

    /** @param snapshot true where nothing happened, and it is told of for who did not hear of it */
    @PublishedEvent(
            type = "rems.ownership.ValuationRecorded.v1",
            subject = "valuation",
            description = "A property was worth this much on a day; a later version of a valuation corrects it.")
    record ValuationRecorded(
            UUID valuationId,
            UUID propertyId,
            LocalDate valuedOn,
            Money amount,
            ValuationMethod method,
            @Nullable String appraiser,
            @Nullable Boolean snapshot) {}

    /** @param snapshot true where nothing happened, and it is told of for who did not hear of it */
    @PublishedEvent(
            type = "rems.ownership.ValuationWithdrawn.v1",
            subject = "valuation",
            description = "A valuation was recorded by mistake and holds no longer.")
    record ValuationWithdrawn(
            UUID valuationId,
            UUID propertyId,
            LocalDate valuedOn,
            @Nullable Boolean snapshot) {}

    private ValuationEvents() {}

    static Message recorded(Valuation valuation, long version) {
        return recorded(valuation, version, null);
    }

    /** The last revision, for who did not hear of it. */
    static Message told(RecordedValuation last) {
        return last.supersededAt() == null
                ? recorded(last.valuation(), last.version(), true)
                : withdrawn(last.valuation(), last.version() + 1, true);
    }

    private static Message recorded(Valuation valuation, long version, @Nullable Boolean snapshot) {
        return Message.of(
                valuation.id(),
                version,
                new ValuationRecorded(
                        valuation.id(),
                        valuation.propertyId(),
                        valuation.valuedOn(),
                        valuation.amount(),
                        valuation.method(),
                        valuation.appraiser(),
                        snapshot));
    }

    static Message withdrawn(Valuation valuation, long version) {
        return withdrawn(valuation, version, null);
    }

    private static Message withdrawn(Valuation valuation, long version, @Nullable Boolean snapshot) {
        return Message.of(
                valuation.id(),
                version,
                new ValuationWithdrawn(valuation.id(), valuation.propertyId(), valuation.valuedOn(), snapshot));
    }
}
