package io.rems.platform.job;

import io.rems.platform.access.AnyCaller;
import io.rems.platform.access.Caller;
import io.rems.platform.problem.NotFound;
import java.time.Duration;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/v1/jobs")
class JobController {

    private static final Duration LOOK = Duration.ofSeconds(1);

    private final JobRows rows;

    JobController(JobRows rows) {
        this.rows = rows;
    }

    @GetMapping(path = "/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    @AnyCaller
    Mono<Job> job(@PathVariable String id, Caller caller) {
        return rows.find(id, caller).switchIfEmpty(Mono.error(() -> new NotFound("job", id)));
    }

    /** Each change until the job is over. */
    @GetMapping(path = "/{id}", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @AnyCaller
    Flux<Job> watch(@PathVariable String id, Caller caller) {
        return job(id, caller)
                .repeatWhen(times -> times.delayElements(LOOK))
                .distinctUntilChanged()
                .takeUntil(Job::isOver);
    }
}
