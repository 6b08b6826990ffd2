package io.rems.violations.domain;

import reactor.core.publisher.Mono;

/** Breaks: domain is plain Java. */
public record RuleThatNeedsReactor(Mono<String> answer) {}
