package io.rems.platform.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.springframework.security.oauth2.jwt.Jwt;

/** Writes and reads context tokens: the short-lived, signed statement of who calls for which firm. */
public final class ContextTokens {
    private static final String SUBJECT = "sub";
    private static final String FIRM = "firm";
    private static final String USER = "user";
    private static final String ROLE = "role";
    private static final String LEVEL = "level";
    private static final String PLATFORM = "platform";
    private static final String OWNER = "owner";
    private static final String TENANT = "tenant";
    private static final String SUPPORT = "support";

    private final String service;
    private final ShortLivedTokens tokens;

    public ContextTokens(TokenSigner key, Issuers issuers, String service, Duration life, Clock clock) {
        this.service = service;
        this.tokens = new ShortLivedTokens(key, issuers.of(service), issuers.contextAudience(), life, clock);
    }

    /** How long a token lives from the moment it is signed. */
    public Duration life() {
        return tokens.life();
    }

    /** The key that signs now; what another one signed and somebody keeps should be signed anew. */
    public String keyId() {
        return tokens.keyId();
    }

    public String sign(Caller caller) {
        return sign(caller, tokens.statement());
    }

    /** Signs for less than the usual life: what the caller may do ends then. */
    public String sign(Caller caller, Instant expiresAt) {
        return sign(caller, tokens.statement(expiresAt));
    }

    private static String sign(Caller caller, ShortLivedTokens.Statement statement) {
        return statement
                .with(SUBJECT, caller.actor().id())
                .with(FIRM, caller.firm())
                .with(LEVEL, caller.level().name())
                .with(PLATFORM, caller.platformAdministrator())
                .with(USER, caller.userId())
                .with(ROLE, caller.role())
                .with(OWNER, caller.ownerId())
                .with(TENANT, caller.tenantId())
                .with(SUPPORT, caller.actor().supportAccess())
                .signed();
    }

    /** A token that names this application as the actor, for a call without a user. */
    public String forService(FirmId firm) {
        return sign(Caller.service(service, firm));
    }

    /** What a verified token says. */
    public static Caller read(Jwt token) {
        String role = token.getClaimAsString(ROLE);
        return new Caller(
                new Actor(required(token, SUBJECT), ShortLivedTokens.uuid(token, SUPPORT)),
                ShortLivedTokens.uuid(token, USER),
                new FirmId(UUID.fromString(required(token, FIRM))),
                role == null ? null : Role.valueOf(role),
                AccessLevel.valueOf(required(token, LEVEL)),
                Boolean.TRUE.equals(token.getClaimAsBoolean(PLATFORM)),
                ShortLivedTokens.uuid(token, OWNER),
                ShortLivedTokens.uuid(token, TENANT));
    }

    private static String required(Jwt token, String name) {
        return Objects.requireNonNull(token.getClaimAsString(name), name);
    }
}
