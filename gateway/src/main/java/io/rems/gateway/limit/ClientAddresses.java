package io.rems.gateway.limit;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;

/** Whom an anonymous call is counted for. What a client writes about itself is believed only where proxies of ours wrote it. */
@Component
public final class ClientAddresses {
    private static final int NETWORK_BYTES = 8;
    private static final int LONGEST = 64;

    private final int trustedProxies;

    ClientAddresses(LimitSettings settings) {
        this.trustedProxies = settings.trustedProxies();
    }

    /** An IPv6 client has a whole network of addresses, so its network is what counts. */
    String of(ServerHttpRequest request) {
        String literal = literal(request);
        return parsed(literal)
                .filter(Inet6Address.class::isInstance)
                .map(address -> HexFormat.of().formatHex(address.getAddress(), 0, NETWORK_BYTES))
                .orElse(literal);
    }

    /** The address itself, as text. */
    public String literal(ServerHttpRequest request) {
        return forwarded(request).orElseGet(() -> {
            InetSocketAddress remote = request.getRemoteAddress();
            return remote == null ? "unknown" : remote.getAddress().getHostAddress();
        });
    }

    private Optional<String> forwarded(ServerHttpRequest request) {
        if (trustedProxies == 0) {
            return Optional.empty();
        }
        List<String> forwarded = request.getHeaders().getOrEmpty("X-Forwarded-For").stream()
                .flatMap(line -> Stream.of(line.split(",")))
                .map(String::strip)
                .toList();
        return forwarded.size() < trustedProxies
                ? Optional.empty()
                : Optional.of(withoutPort(forwarded.get(forwarded.size() - trustedProxies)));
    }

    /** Some proxies write the port too: {@code 192.0.2.7:4711}, {@code [2001:db8::1]:4711}. */
    private static String withoutPort(String written) {
        String text = written.length() > LONGEST ? written.substring(0, LONGEST) : written;
        if (text.startsWith("[") && text.contains("]")) {
            return text.substring(1, text.indexOf(']'));
        }
        int colon = text.indexOf(':');
        return colon >= 0 && colon == text.lastIndexOf(':') ? text.substring(0, colon) : text;
    }

    private static Optional<InetAddress> parsed(String literal) {
        try {
            return Optional.of(InetAddress.ofLiteral(literal));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
