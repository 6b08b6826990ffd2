package io.rems.approval.ownership.remote;

import io.rems.approval.ownership.OwnershipAuthority;
import io.rems.approval.ownership.domain.Ownership;
import io.rems.approval.ownership.domain.PropertyId;
import io.rems.platform.access.FirmId;
import io.rems.platform.http.RemoteService;
import io.rems.platform.http.RemoteServices;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

@Component
class HttpOwnershipAuthority implements OwnershipAuthority {

    private static final String HOLDERS = "/api/v1/properties/{property}/ownership?asOf={day}";
    private static final String PROPERTY = "/api/v1/properties/{property}";
    private static final String UNIT = "/api/v1/units/{unit}";

    private final RemoteService ownership;

    HttpOwnershipAuthority(RemoteServices services) {
        this.ownership = services.named("ownership");
    }

    @Override
    public Mono<Ownership> ask(FirmId firm, PropertyId property, LocalDate day) {
        return ownership
                .get(firm, HOLDERS, OwnershipAnswer.class, property.value(), day)
                .map(answer -> answer.toDomain(property, day));
    }

    @Override
    public Mono<Boolean> has(FirmId firm, PropertyId property) {
        return ownership
                .get(firm, PROPERTY, PropertyAnswer.class, property.value())
                .hasElement();
    }

    @Override
    public Mono<PropertyId> propertyOf(FirmId firm, UUID unit) {
        return ownership.get(firm, UNIT, UnitAnswer.class, unit).map(answer -> new PropertyId(answer.propertyId()));
    }

    /** What we use of a property: that there is one. */
    private record PropertyAnswer(UUID id) {}

    private record UnitAnswer(UUID propertyId) {}
}
