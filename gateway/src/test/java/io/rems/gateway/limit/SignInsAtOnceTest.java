package io.rems.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rems.gateway.limit.LimitSettings.Rate;
import io.rems.platform.problem.ProblemException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.util.unit.DataSize;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

class SignInsAtOnceTest {
    private static final Rate RATE = new Rate(1, 1);
    private static final String SIGN_IN = "/api/v1/auth/login";
    private static final String SECOND_FACTOR = "/api/v1/auth/second-factor/enrolment";

    private final SignInsAtOnce places =
            new SignInsAtOnce(new LimitSettings(DataSize.ofBytes(1), RATE, RATE, RATE, 2, 0));
    private final Sinks.Empty<Void> answer = Sinks.empty();
    private final AtomicInteger reached = new AtomicInteger();

    @Test
    void whoFindsNoPlaceIsToldWhenToComeAgainAndReachesNothing() {
        call(SIGN_IN).subscribe();
        call(SECOND_FACTOR).subscribe();

        assertThatThrownBy(() -> call(SIGN_IN).block()).isInstanceOfSatisfying(ProblemException.class, refused -> {
            assertThat(refused.problem().status().value()).isEqualTo(429);
            assertThat(refused.problem().code()).isEqualTo("RATE_LIMITED");
            assertThat(refused.problem().headers().getFirst("Retry-After")).isEqualTo("2");
        });
        assertThat(reached).hasValue(2);
    }

    @Test
    void whatIsNoSignInNeedsNoPlace() {
        call(SIGN_IN).subscribe();
        call(SIGN_IN).subscribe();

        call("/api/v1/auth/refresh").subscribe();
        call("/api/v1/owners").subscribe();

        assertThat(reached).hasValue(4);
    }

    @Test
    void placesAreFreeAgainOnceAnsweredOrGivenUp() {
        Disposable left = call(SIGN_IN).subscribe();
        call(SIGN_IN).subscribe();
        left.dispose();
        call(SIGN_IN).subscribe();
        answer.tryEmitEmpty();

        call(SIGN_IN).block();
        call(SIGN_IN).block();

        assertThat(reached).hasValue(5);
    }

    @Test
    void whoFindsNoPlaceFreesNone() {
        call(SIGN_IN).subscribe();
        call(SIGN_IN).subscribe();
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> call(SIGN_IN).block()).isInstanceOf(ProblemException.class);
        }

        assertThat(reached).hasValue(2);
    }

    private Mono<Void> call(String path) {
        var exchange = MockServerWebExchange.from(MockServerHttpRequest.post(path));
        return Mono.defer(() -> places.filter(exchange, _ -> {
            reached.incrementAndGet();
            return answer.asMono();
        }));
    }
}
