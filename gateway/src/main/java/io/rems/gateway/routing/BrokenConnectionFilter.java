package io.rems.gateway.routing;

import io.rems.platform.problem.ProblemException;
import io.rems.platform.problem.Problems;
import java.io.IOException;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Says that a connection to a service broke. Spring would take a reset connection for that of a client who left, and end
 * the answer quietly: an acknowledgement of what may never have happened, or half a list that looks whole.
 */
@Component
final class BrokenConnectionFilter implements GlobalFilter, Ordered {
    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        return chain.filter(exchange).onErrorMap(IOException.class, BrokenConnection::new);
    }

    /** Around everything, the passing on of the answer's body too. */
    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    /** Has neither cause nor message of the error, by which Spring would guess again. */
    @SuppressWarnings("serial")
    private static final class BrokenConnection extends ProblemException {
        private final String kind;

        BrokenConnection(IOException error) {
            super(Problems.unavailable());
            this.kind = error.getClass().getSimpleName();
        }

        @Override
        public String getMessage() {
            return "The connection to the service broke (" + kind + ")";
        }
    }
}
