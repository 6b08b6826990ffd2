package io.rems.approval;

import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.rems.platform.test.RemsHttp;
import io.rems.platform.test.TestDatabase;
import io.rems.platform.test.TestEvents;

/** Where tests get a firm of their own. */
class TestFirms {

    private final RemsHttp http;
    private final TestEvents events;
    private final TestDatabase database;
    private final OwnershipStandIn.Answers ownership;
    private final CircuitBreakerRegistry breakers;

    TestFirms(
            RemsHttp http,
            TestEvents events,
            TestDatabase database,
            OwnershipStandIn.Answers ownership,
            CircuitBreakerRegistry breakers) {
        this.http = http;
        this.events = events;
        this.database = database;
        this.ownership = ownership;
        this.breakers = breakers;
    }

    /** Whatever failed in another test, ownership-service is asked again. */
    TestFirm open() {
        breakers.circuitBreaker("ownership").reset();
        return new TestFirm(http, events, database, ownership);
    }
}
