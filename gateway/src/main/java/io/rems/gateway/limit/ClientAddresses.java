package io.rems.gateway.limit;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;

/** Whom an anonymous call is counted for. What a client writes about itself is believed only where proxies of ours wrote it. */
@Component
final class ClientAddresses {
    private static final int NETWORK_BYTES = 8;

    private final int trustedProxies;

    ClientAddresses(LimitSettings settings) {
        this.trustedProxies = settings.trustedProxies();
    }

    String of(ServerHttpRequest request) {
        if (trustedProxies > 0) {
            List<String> forwarded = request.getHeaders().getOrEmpty("X-Forwarded-For").stream()
                    .flatMap(line -> Stream.of(line.split(",")))
                    .map(String::strip)
                    .toList();
            if (forwarded.size() >= trustedProxies) {
                return forwarded.get(forwarded.size() - trustedProxies);
            }
        }
        InetSocketAddress remote = request.getRemoteAddress();
        return remote == null ? "unknown" : text(remote.getAddress());
    }

    /** An IPv6 client has a whole network of addresses, so its network is what counts. */
    private static String text(InetAddress address) {
        return address instanceof Inet6Address
                ? HexFormat.of().formatHex(Arrays.copyOf(address.getAddress(), NETWORK_BYTES))
                : address.getHostAddress();
    }
}
