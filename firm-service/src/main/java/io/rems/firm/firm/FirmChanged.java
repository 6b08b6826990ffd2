package io.rems.firm.firm;

import io.rems.platform.events.Message;
import io.rems.platform.events.PublishedEvent;
import java.time.DayOfWeek;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The public form of a firm's new profile: the whole of it. */
@PublishedEvent(
        type = "rems.firm.FirmChanged.v1",
        subject = "firm",
        description = "A firm describes itself anew; the whole of its profile.")
record FirmChanged(
        UUID firmId,
        String name,
        @Nullable String legalName,
        @Nullable String registrationNumber,
        @Nullable String taxNumber,
        List<String> phones,
        String email,
        @Nullable String address,
        Industry industry,
        @Nullable Integer employees,
        @Nullable String webSite,
        @Nullable String description,
        String currency,
        String timeZone,
        List<String> languages,
        List<DayOfWeek> weekendDays,
        String status) {

    static Message of(Firm firm) {
        var profile = firm.profile();
        var data = new FirmChanged(
                firm.id().value(),
                profile.name(),
                profile.legalName(),
                profile.registrationNumber(),
                profile.taxNumber(),
                profile.phones(),
                profile.email(),
                profile.address(),
                profile.industry(),
                profile.employees(),
                profile.webSite(),
                profile.description(),
                profile.currency().getCurrencyCode(),
                profile.timeZone().getId(),
                profile.languages(),
                profile.weekendDays(),
                firm.standing().status().name());
        return Message.of(firm.id().value(), firm.version(), data);
    }
}
