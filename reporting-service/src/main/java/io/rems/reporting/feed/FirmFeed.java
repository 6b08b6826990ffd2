package io.rems.reporting.feed;

import io.rems.platform.events.EventSubscription;
import io.rems.platform.events.ReceivedEvent;
import io.rems.reporting.directory.Directory;
import io.rems.reporting.directory.FirmDescribed;
import io.rems.reporting.people.AssignmentTold;
import io.rems.reporting.people.People;
import io.rems.reporting.people.SignInTold;
import io.rems.reporting.progress.Freshness;
import io.rems.reporting.statistics.Tallies;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Mono;

/** What firm-service's events do to the read models. */
@Configuration(proxyBeanMethods = false)
class FirmFeed {
    private final Freshness freshness;
    private final Directory directory;
    private final Tallies tallies;
    private final People people;

    FirmFeed(Freshness freshness, Directory directory, Tallies tallies, People people) {
        this.freshness = freshness;
        this.directory = directory;
        this.tallies = tallies;
        this.people = people;
    }

    @Bean
    EventSubscription firmReadModels() {
        return EventSubscription.named("read-models-firm")
                .from("firm")
                .first(freshness::advance)
                .on(
                        "rems.firm.FirmCreated.v1",
                        FirmDescribed.class,
                        (event, firm) -> directory.firm(event, firm).then(directory.firmStatus(event, firm)))
                .on("rems.firm.FirmChanged.v1", FirmDescribed.class, directory::firm)
                .on("rems.firm.FirmSuspended.v1", FirmDescribed.class, directory::firmStatus)
                .on("rems.firm.FirmReactivated.v1", FirmDescribed.class, directory::firmStatus)
                .on("rems.firm.FirmClosed.v1", FirmDescribed.class, directory::firmStatus)
                .on("rems.firm.AssignmentGranted.v1", AssignmentTold.class, this::works)
                .on("rems.firm.AssignmentChanged.v1", AssignmentTold.class, this::works)
                .on("rems.firm.AssignmentSuspended.v1", AssignmentTold.class, this::works)
                .on("rems.firm.AssignmentResumed.v1", AssignmentTold.class, this::works)
                .on(
                        "rems.firm.AssignmentEnded.v1",
                        AssignmentTold.class,
                        (event, ended) -> tallies.discount(event, 2).then(people.left(event, ended)))
                .on("rems.firm.UserSignedIn.v1", SignInTold.class, people::signedIn)
                .on("rems.firm.SignInFailed.v1", SignInTold.class, people::failedToSignIn)
                .onAny((_, _) -> Mono.empty());
    }

    private Mono<Void> works(ReceivedEvent event, AssignmentTold assignment) {
        return tallies.count(event, 1, "user." + assignment.role()).then(people.works(event, assignment));
    }
}
