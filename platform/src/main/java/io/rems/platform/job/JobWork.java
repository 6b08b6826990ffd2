package io.rems.platform.job;

import reactor.core.publisher.Mono;

/** What a job does. It opens its transactions itself, one for each piece, in the firm of the caller that started it. */
@FunctionalInterface
public interface JobWork {

    /** @return the result, written as JSON, or empty */
    Mono<?> run(Progress progress);
}
