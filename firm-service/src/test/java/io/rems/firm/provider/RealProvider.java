package io.rems.firm.provider;

import io.rems.embedded.IdentityProvider;
import io.rems.embedded.Ports;
import java.nio.file.Path;
import org.springframework.util.function.SingletonSupplier;

/** The provider that firm-service knows in its tests; it is started when first needed, and ends with the tests. */
final class RealProvider {
    static final String CLIENT = IdentityProvider.CLIENT;

    private static final int PORT = Ports.free();
    private static final SingletonSupplier<IdentityProvider> PROVIDER =
            SingletonSupplier.of(() -> IdentityProvider.start(PORT, Path.of("target/identity-provider.log")));

    private RealProvider() {}

    static String issuer() {
        return IdentityProvider.issuer(PORT);
    }

    /** @param person {@code subject,email} and what is odd about him */
    static String idToken(String person, String nonce) {
        return idToken(person, nonce, CLIENT);
    }

    static String idToken(String person, String nonce, String client) {
        return PROVIDER.obtain().idToken(person, nonce, client);
    }

    static void changeKeys(boolean keepOld) {
        PROVIDER.obtain().changeKeys(keepOld);
    }

    static int timesAskedForKeys() {
        return PROVIDER.obtain().timesAskedForKeys();
    }
}
