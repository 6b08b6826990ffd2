package io.rems.firm.signin;

import com.nimbusds.jwt.JWTClaimsSet;
import io.rems.firm.signin.domain.RefreshToken;
import io.rems.firm.signin.domain.Session;
import io.rems.platform.access.Issuers;
import io.rems.platform.access.TokenSigner;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Gives a session its next pair of tokens. The access token names the user only: one serves all his firms. */
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

    Mono<Tokens> issue(Session session, Instant now) {
        var refreshToken = RefreshToken.fresh();
        return sessions.addToken(session, refreshToken, now)
                .then(Mono.fromSupplier(() -> new Tokens(
                        accessToken(session.user(), now),
                        refreshToken.secret(),
                        settings.accessTokenLife().toSeconds())));
    }

    private String accessToken(UUID user, Instant now) {
        return key.sign(new JWTClaimsSet.Builder()
                .issuer(issuers.of("firm"))
                .audience(issuers.accessAudience())
                .subject(user.toString())
                .jwtID(UUID.randomUUID().toString())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(settings.accessTokenLife())))
                .build());
    }
}
