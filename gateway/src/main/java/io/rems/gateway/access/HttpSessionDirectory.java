package io.rems.gateway.access;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.rems.platform.access.FirmId;
import io.rems.platform.http.RemoteService;
import io.rems.platform.http.RemoteServices;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Asks firm-service in the gateway's own name. */
@Component
final class HttpSessionDirectory implements SessionDirectory {
    private final RemoteService firmService;

    HttpSessionDirectory(RemoteServices remote) {
        this.firmService = remote.named("firm");
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record OpenSession(UUID sessionId) {}

    @Override
    public Mono<Boolean> isOpen(UUID session) {
        return firmService
                .get(FirmId.PLATFORM, "/api/v1/internal/sessions/{id}", OpenSession.class, session)
                .hasElement();
    }
}
