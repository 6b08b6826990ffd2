package io.rems.ownership.ownership.messaging;

import io.rems.ownership.firm.FirmCalendar;
import io.rems.ownership.ownership.OwnershipTables;
import io.rems.ownership.ownership.OwnershipTables.OwnershipTable;
import io.rems.ownership.snapshot.Part;
import io.rems.ownership.snapshot.SnapshotSource;
import io.rems.platform.events.Message;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

@Component
class OwnershipSnapshot implements SnapshotSource {

    private final OwnershipTables tables;
    private final FirmCalendar calendar;

    OwnershipSnapshot(OwnershipTables tables, FirmCalendar calendar) {
        this.tables = tables;
        this.calendar = calendar;
    }

    @Override
    public Part part() {
        return Part.OWNERSHIP;
    }

    @Override
    public Mono<Long> count() {
        return tables.count();
    }

    @Override
    public Mono<List<Message>> after(UUID id, int most) {
        return calendar.today()
                .flatMap(today -> tables.after(id, most)
                        .map(found -> found.stream()
                                .map(table -> message(table, today))
                                .toList()));
    }

    private static Message message(OwnershipTable table, LocalDate today) {
        var timeline = table.timeline();
        return Message.of(
                table.property().value(),
                timeline.version(),
                OwnershipChanged.told(table.property(), timeline.value(), today));
    }
}
