package io.rems.gateway.health;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;

/** How all of REMS is. */
record PlatformHealth(
        @Schema(description = "Every service is ready and reachable, and access changes are heard of")
        boolean well,

        @Schema(description = "The gateway hears at once of changed assignments and firms")
        boolean accessChangesHeard,

        Instant checkedAt,
        List<ServiceHealth> services) {}
