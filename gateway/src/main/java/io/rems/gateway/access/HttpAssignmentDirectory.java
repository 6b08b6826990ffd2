package io.rems.gateway.access;

import io.rems.platform.access.FirmId;
import io.rems.platform.http.RemoteService;
import io.rems.platform.http.RemoteServices;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Asks firm-service in the gateway's own name. */
@Component
final class HttpAssignmentDirectory implements AssignmentDirectory {
    private static final String PRIMARY = "/api/v1/internal/users/{user}/access";
    private static final String IN_FIRM = PRIMARY + "?firm={firm}";

    private final RemoteService firmService;

    HttpAssignmentDirectory(RemoteServices remote) {
        this.firmService = remote.named("firm");
    }

    @Override
    public Mono<Assignment> find(UUID user, @Nullable UUID firm) {
        return firm == null
                ? firmService.get(FirmId.PLATFORM, PRIMARY, Assignment.class, user)
                : firmService.get(FirmId.PLATFORM, IN_FIRM, Assignment.class, user, firm);
    }
}
