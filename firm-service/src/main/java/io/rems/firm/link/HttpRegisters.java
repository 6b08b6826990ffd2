package io.rems.firm.link;

import io.rems.platform.access.FirmId;
import io.rems.platform.http.RemoteServices;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Asks the services that keep owners and tenants, for those whose event has not come yet. */
@Component
class HttpRegisters {
    private final RemoteServices services;

    HttpRegisters(RemoteServices services) {
        this.services = services;
    }

    Mono<Boolean> have(Kind kind, FirmId firm, UUID id) {
        return services.named(kind.service())
                .get(firm, kind.path(), JsonNode.class, id)
                .hasElement();
    }
}
