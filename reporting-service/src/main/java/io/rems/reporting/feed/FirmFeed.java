package io.rems.reporting.feed;

import io.rems.platform.events.EventSubscription;
import io.rems.reporting.directory.Directory;
import io.rems.reporting.directory.FirmCreated;
import io.rems.reporting.progress.Freshness;
import io.rems.reporting.statistics.AssignmentGranted;
import io.rems.reporting.statistics.Tallies;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.JsonNode;

/** What firm-service's events do to the read models. */
@Configuration(proxyBeanMethods = false)
class FirmFeed {

    @Bean
    EventSubscription firmReadModels(Freshness freshness, Directory directory, Tallies tallies) {
        return EventSubscription.named("read-models-firm")
                .from("firm")
                .on(
                        "rems.firm.FirmCreated.v1",
                        FirmCreated.class,
                        (event, firm) -> freshness.advance(event).then(directory.firm(event, firm)))
                .on(
                        "rems.firm.AssignmentGranted.v1",
                        AssignmentGranted.class,
                        (event, granted) ->
                                freshness.advance(event).then(tallies.count(event, 1, "user." + granted.role())))
                .on(
                        "rems.firm.AssignmentEnded.v1",
                        JsonNode.class,
                        (event, _) -> freshness.advance(event).then(tallies.discount(event, 2)))
                .onAny((event, _) -> freshness.advance(event));
    }
}
