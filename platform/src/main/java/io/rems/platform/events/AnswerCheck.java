package io.rems.platform.events;

import org.springframework.web.method.HandlerMethod;

/**
 * Holds an endpoint whose answer waited for its events against its description. Tests bring one, so that an answer of which
 * no client could know fails the test that gets it; a running service has none.
 */
@FunctionalInterface
public interface AnswerCheck {
    /** @throws RuntimeException if the endpoint does not say that it may be answered so */
    void check(HandlerMethod endpoint);
}
