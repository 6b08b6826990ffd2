package io.rems.firm.firm;

import io.rems.platform.events.Message;
import io.rems.platform.events.PublishedEvent;
import java.time.DayOfWeek;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The public form of a firm's beginning; the template names the expense categories that it begins with. */
@PublishedEvent(
        type = "rems.firm.FirmCreated.v1",
        subject = "firm",
        description = "A firm works with REMS from now on; the whole of its profile.")
record FirmCreated(
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
        String status,
        @Nullable String expenseCategoryTemplate) {

    static Message of(Firm firm, @Nullable String template) {
        var profile = firm.profile();
        var data = new FirmCreated(
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
                firm.standing().status().name(),
                template);
        return Message.of(firm.id().value(), firm.version(), data);
    }
}
