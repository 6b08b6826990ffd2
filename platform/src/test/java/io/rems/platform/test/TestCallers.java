package io.rems.platform.test;

import io.rems.platform.Identifiers;
import io.rems.platform.access.AccessLevel;
import io.rems.platform.access.Actor;
import io.rems.platform.access.Caller;
import io.rems.platform.access.ClientTokens;
import io.rems.platform.access.ContextTokens;
import io.rems.platform.access.FirmId;
import io.rems.platform.access.Issuers;
import io.rems.platform.access.Role;
import io.rems.platform.access.SigningKey;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Callers of a service under test, and the context tokens that a gateway would send for them. */
public final class TestCallers {
    static final String ISSUER = new Issuers("test").of("gateway");
    private static final SigningKey KEY = SigningKey.inMemory();
    private static final ContextTokens TOKENS = tokens(KEY, "test", Clock.systemUTC());

    private TestCallers() {}

    public static FirmId newFirm() {
        return new FirmId(Identifiers.next());
    }

    public static Caller admin(FirmId firm) {
        return as(firm, Role.ADMIN, AccessLevel.FULL);
    }

    public static Caller accountant(FirmId firm) {
        return as(firm, Role.ACCOUNTANT, AccessLevel.STANDARD);
    }

    public static Caller viewer(FirmId firm) {
        return as(firm, Role.VIEWER, AccessLevel.STANDARD);
    }

    public static Caller owner(FirmId firm, UUID ownerId) {
        return user(firm, Role.OWNER, AccessLevel.STANDARD, ownerId, null);
    }

    public static Caller tenant(FirmId firm, UUID tenantId) {
        return user(firm, Role.TENANT, AccessLevel.STANDARD, null, tenantId);
    }

    public static Caller as(FirmId firm, Role role, AccessLevel level) {
        return user(firm, role, level, null, null);
    }

    public static Caller platformAdministrator() {
        return Caller.platformAdministrator(Identifiers.next());
    }

    public static Caller user(
            FirmId firm, Role role, AccessLevel level, @Nullable UUID ownerId, @Nullable UUID tenantId) {
        UUID user = Identifiers.next();
        return new Caller(Actor.user(user), user, firm, role, level, false, ownerId, tenantId);
    }

    /** The value of the Authorization header that the gateway would send. */
    public static String authorization(Caller caller) {
        return "Bearer " + TOKENS.sign(caller);
    }

    /** As a gateway of another installation would sign it, with its own key. */
    public static String forgedAuthorization(Caller caller) {
        return "Bearer "
                + tokens(SigningKey.inMemory(), "test", Clock.systemUTC()).sign(caller);
    }

    /** Signed rightly, an hour ago. */
    public static String expiredAuthorization(Caller caller) {
        Clock anHourAgo = Clock.offset(Clock.systemUTC(), Duration.ofHours(-1));
        return "Bearer " + tokens(KEY, "test", anHourAgo).sign(caller);
    }

    /** Signed with the right key, for another environment. */
    public static String foreignAuthorization(Caller caller) {
        return "Bearer " + tokens(KEY, "production", Clock.systemUTC()).sign(caller);
    }

    /** The value of the header {@link ClientTokens#HEADER} that the gateway would send. */
    public static String client(String address, @Nullable UUID session) {
        return new ClientTokens(KEY, new Issuers("test"), "gateway", Duration.ofMinutes(5), Clock.systemUTC())
                .sign(address, session);
    }

    static String publicKeys() {
        return KEY.publicKeys().toString();
    }

    private static ContextTokens tokens(SigningKey key, String environment, Clock clock) {
        return new ContextTokens(key, new Issuers(environment), "gateway", Duration.ofMinutes(5), clock);
    }
}
