package io.rems.approval.timeline;

import java.util.UUID;
import reactor.core.publisher.Mono;

/** The timelines of expenses, for whoever has made sure that the caller may see the expense. */
public interface Timelines {

    Mono<Timeline> of(UUID expense);
}
