package io.rems.gateway.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.rems.gateway.limit.ClientAddresses;
import io.rems.gateway.routing.ApiPath;
import io.rems.gateway.routing.ForwardedHeaders;
import io.rems.platform.access.ClientTokens;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/**
 * Tells services from where a call comes, where that matters: at sign-in and among a user's own matters. What is signed
 * for one address and session serves all its calls for a while.
 */
@Component
final class ClientStatements {
    private static final Set<String> WANTED_BY = Set.of("auth", "me");
    private static final Duration RENEWED_BEFORE_END = Duration.ofSeconds(30);
    private static final int REMEMBERED = 20_000;

    private final ClientTokens tokens;
    private final ClientAddresses addresses;
    private final Cache<Key, String> signed;

    private record Key(String address, @Nullable UUID session, String signer) {}

    ClientStatements(ClientTokens tokens, ClientAddresses addresses) {
        this.tokens = tokens;
        this.addresses = addresses;
        this.signed = Caffeine.newBuilder()
                .maximumSize(REMEMBERED)
                .expireAfterWrite(tokens.life().minus(RENEWED_BEFORE_END))
                .build();
    }

    void attach(ServerWebExchange exchange, @Nullable UUID session) {
        if (ApiPath.of(exchange)
                .filter(path -> WANTED_BY.contains(path.first()))
                .isPresent()) {
            var key = new Key(addresses.literal(exchange.getRequest()), session, tokens.keyId());
            String token = signed.get(key, wanted -> tokens.sign(wanted.address(), wanted.session()));
            exchange.getAttributes().put(ForwardedHeaders.CLIENT_TOKEN, token);
        }
    }
}
