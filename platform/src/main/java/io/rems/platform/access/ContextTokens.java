package io.rems.platform.access;

import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;

/** Writes and reads context tokens: the short-lived, signed statement of who calls for which firm. */
public final class ContextTokens {
    private static final String FIRM = "firm";
    private static final String USER = "user";
    private static final String ROLE = "role";
    private static final String LEVEL = "level";
    private static final String PLATFORM = "platform";
    private static final String OWNER = "owner";
    private static final String TENANT = "tenant";
    private static final String SUPPORT = "support";

    private final TokenSigner key;
    private final Issuers issuers;
    private final String service;
    private final Duration life;
    private final Clock clock;

    public ContextTokens(TokenSigner key, Issuers issuers, String service, Duration life, Clock clock) {
        this.key = key;
        this.issuers = issuers;
        this.service = service;
        this.life = life;
        this.clock = clock;
    }

    /** How long a token lives from the moment it is signed. */
    public Duration life() {
        return life;
    }

    public String sign(Caller caller) {
        return sign(caller, clock.instant().plus(life));
    }

    /** Signs for less than the usual life: what the caller may do ends then. */
    public String sign(Caller caller, Instant expiresAt) {
        Instant now = clock.instant();
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer(issuers.of(service))
                .audience(issuers.contextAudience())
                .subject(caller.actor().id())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(expiresAt))
                .claim(FIRM, caller.firm().toString())
                .claim(LEVEL, caller.level().name())
                .claim(PLATFORM, caller.platformAdministrator());
        claim(claims, USER, caller.userId());
        claim(claims, ROLE, caller.role());
        claim(claims, OWNER, caller.ownerId());
        claim(claims, TENANT, caller.tenantId());
        claim(claims, SUPPORT, caller.actor().supportAccess());
        return key.sign(claims.build());
    }

    /** A token that names this application as the actor, for a call without a user. */
    public String forService(FirmId firm) {
        return sign(Caller.service(service, firm));
    }

    /** What a verified token says. */
    public static Caller read(Jwt token) {
        String role = token.getClaimAsString(ROLE);
        return new Caller(
                new Actor(required(token, "sub"), uuid(token, SUPPORT)),
                uuid(token, USER),
                new FirmId(UUID.fromString(required(token, FIRM))),
                role == null ? null : Role.valueOf(role),
                AccessLevel.valueOf(required(token, LEVEL)),
                Boolean.TRUE.equals(token.getClaimAsBoolean(PLATFORM)),
                uuid(token, OWNER),
                uuid(token, TENANT));
    }

    private static void claim(JWTClaimsSet.Builder claims, String name, @Nullable Object value) {
        if (value != null) {
            claims.claim(name, value.toString());
        }
    }

    private static String required(Jwt token, String name) {
        return Objects.requireNonNull(token.getClaimAsString(name), name);
    }

    private static @Nullable UUID uuid(Jwt token, String name) {
        String value = token.getClaimAsString(name);
        return value == null ? null : UUID.fromString(value);
    }
}
