package io.rems.approval.routing;

import io.rems.approval.businesstime.FirmCalendar;
import io.rems.approval.businesstime.domain.BusinessTime;
import io.rems.approval.decision.KeepApproval;
import io.rems.approval.decision.NextLevel;
import io.rems.approval.decision.domain.ApprovalRequest;
import io.rems.approval.escalation.Timetables;
import io.rems.approval.routing.domain.Route;
import io.rems.platform.Versioned;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Asks those whom a route has found, and begins the time that they have. */
@Service
class OpenRequest {

    private final KeepApproval keepApproval;
    private final Routes routes;
    private final Timetables timetables;
    private final NextLevel nextLevel;
    private final FirmCalendar calendar;
    private final Clock clock;

    OpenRequest(
            KeepApproval keepApproval,
            Routes routes,
            Timetables timetables,
            NextLevel nextLevel,
            FirmCalendar calendar,
            Clock clock) {
        this.keepApproval = keepApproval;
        this.routes = routes;
        this.timetables = timetables;
        this.nextLevel = nextLevel;
        this.calendar = calendar;
        this.clock = clock;
    }

    Mono<Versioned<ApprovalRequest>> of(Route route, long version) {
        var now = clock.instant();
        return calendar.time(route.terms().policy().patience().workingDaysOnly(), now)
                .flatMap(time -> keepApproval
                        .opened(version, route.open(now, time))
                        .flatMap(opened -> routes.keep(route)
                                .then(begun(route, opened.value(), now, time))
                                .then(Mono.defer(() -> nextLevel.ifNobodyIsLeft(opened)))));
    }

    private Mono<Void> begun(Route route, ApprovalRequest opened, Instant now, BusinessTime time) {
        return switch (opened) {
            case ApprovalRequest.Open _ -> timetables.begin(opened.matter().expense(), route.timetable(now, time));
            case ApprovalRequest.Closed _ -> Mono.empty();
        };
    }
}
