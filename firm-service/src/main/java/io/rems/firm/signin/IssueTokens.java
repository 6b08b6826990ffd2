package io.rems.firm.signin;

import com.nimbusds.jwt.JWTClaimsSet;
import io.rems.firm.signin.domain.RefreshToken;
import io.rems.firm.signin.domain.Session;
import io.rems.platform.access.Issuers;
import io.rems.platform.access.TokenSigner;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Gives a session its next pair of tokens. The access token names user and session: one serves all his firms. */
@Component
class IssueTokens {
    private final Sessions sessions;
    private final TokenSigner key;
    private final Issuers issuers;
    private final SignInSettings settings;

    IssueTokens(Sessions sessions, TokenSigner key, Issuers issuers, SignInSettings settings) {
        this.sessions = sessions;
        this.key = key;
        this.issuers = issuers;
        this.settings = settings;
    }

    Mono<Tokens> issue(Session.Open session, Instant now) {
        var refreshToken = RefreshToken.fresh();
        var expiresAt = earlier(now.plus(settings.accessTokenLife()), session.expiresAt());
        return sessions.addToken(session, refreshToken, now)
                .then(Mono.fromSupplier(() -> new Tokens(
                        accessToken(session, now, expiresAt),
                        refreshToken.secret(),
                        Duration.between(now, expiresAt).toSeconds())));
    }

    private String accessToken(Session session, Instant now, Instant expiresAt) {
        return key.sign(new JWTClaimsSet.Builder()
                .issuer(issuers.of("firm"))
                .audience(issuers.accessAudience())
                .subject(session.user().toString())
                .claim("sid", session.id().toString())
                .jwtID(UUID.randomUUID().toString())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(expiresAt))
                .build());
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
