package io.rems.approval.ownership.remote;

import io.rems.approval.ownership.OwnershipAuthority;
import io.rems.approval.ownership.domain.Ownership;
import io.rems.approval.ownership.domain.PropertyId;
import io.rems.platform.access.FirmId;
import io.rems.platform.http.RemoteService;
import io.rems.platform.http.RemoteServices;
import java.time.LocalDate;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

@Component
class HttpOwnershipAuthority implements OwnershipAuthority {

    private static final String PATH = "/api/v1/properties/{property}/ownership?asOf={day}";

    private final RemoteService ownership;

    HttpOwnershipAuthority(RemoteServices services) {
        this.ownership = services.named("ownership");
    }

    @Override
    public Mono<Ownership> ask(FirmId firm, PropertyId property, LocalDate day) {
        return ownership
                .get(firm, PATH, OwnershipAnswer.class, property.value(), day)
                .map(answer -> answer.toDomain(property, day));
    }
}
