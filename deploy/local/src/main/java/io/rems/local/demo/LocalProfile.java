package io.rems.local.demo;

import io.rems.local.StackFailure;
import io.rems.local.api.Gateway;
import io.rems.local.api.Session;
import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * Keeps demo logins, whose password everybody knows, out of any REMS that is more than one developer's. Two things must
 * hold: the gateway is on this machine, and the access tokens that it accepts were issued by the environment
 * {@code local}, which only the profile of that name sets. Beside that, the operator's demo password opens no other
 * REMS: the launcher alone gives it to firm-service.
 */
final class LocalProfile {

    private static final String ISSUER = "rems:local:firm";

    private LocalProfile() {}

    /** @throws StackFailure if this is not a local stack */
    static void require(Gateway gateway, Session session) {
        if (!isHere(gateway.address().getHost())) {
            throw refused(gateway, "is another machine");
        }
        if (!session.issuer().equals(ISSUER)) {
            throw refused(gateway, "signs people in as " + session.issuer() + ", not as " + ISSUER);
        }
    }

    private static boolean isHere(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException _) {
            return false;
        }
    }

    private static StackFailure refused(Gateway gateway, String reason) {
        return new StackFailure(
                "Demo data is for a local stack only: the gateway %s %s.".formatted(gateway.address(), reason));
    }
}
