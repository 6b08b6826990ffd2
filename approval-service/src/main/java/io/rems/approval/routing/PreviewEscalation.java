package io.rems.approval.routing;

import io.rems.approval.businesstime.FirmCalendar;
import io.rems.approval.escalation.EscalationView.StepView;
import io.rems.approval.routing.domain.Priority;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** What would become of an expense that nobody decides, by the firm's settings and calendar of now; it leaves no trace. */
@Service
public class PreviewEscalation {

    private final Policies policies;
    private final FirmCalendar calendar;
    private final Clock clock;

    PreviewEscalation(Policies policies, FirmCalendar calendar, Clock clock) {
        this.policies = policies;
        this.calendar = calendar;
        this.clock = clock;
    }

    /**
     * A time line.
     *
     * @param workingDaysOnly whether the days on which the firm does not work count for nothing
     */
    public record TimeLine(
            Instant requestedAt, Instant deadline, boolean workingDaysOnly, String timeZone, List<StepView> steps) {}

    /** @param requestedAt null: now */
    public Mono<TimeLine> of(Priority priority, @Nullable Instant requestedAt) {
        var at = requestedAt == null ? clock.instant() : requestedAt;
        return Mono.zip(policies.current(), calendar.today()).flatMap(known -> {
            var patience = known.getT1().patience(priority);
            return calendar.time(patience.workingDaysOnly(), at)
                    .map(time -> patience.from(at, time))
                    .map(planned -> new TimeLine(
                            at,
                            planned.deadline(),
                            planned.workingDaysOnly(),
                            known.getT2().zone().getId(),
                            planned.steps().stream().map(StepView::of).toList()));
        });
    }
}
