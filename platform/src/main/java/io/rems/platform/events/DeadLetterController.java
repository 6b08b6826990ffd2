package io.rems.platform.events;

import io.rems.platform.access.PlatformAdministratorOnly;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Replays dead letters at an operator's command. */
@RestController
final class DeadLetterController {
    private final DeadLetters deadLetters;

    DeadLetterController(DeadLetters deadLetters) {
        this.deadLetters = deadLetters;
    }

    @PostMapping("/api/v1/platform/services/${rems.service}/subscriptions/{subscription}/replay")
    @PlatformAdministratorOnly
    Mono<DeadLetters.Replay> replay(@PathVariable String subscription) {
        return deadLetters.replay(subscription);
    }
}
