package io.rems.firm.signin.web;

import com.nimbusds.jwt.SignedJWT;
import io.rems.firm.FirmApi;
import io.rems.platform.access.AccessLevel;
import io.rems.platform.access.Actor;
import io.rems.platform.access.Caller;
import io.rems.platform.access.ClientTokens;
import io.rems.platform.access.FirmId;
import io.rems.platform.test.RemsHttp;
import io.rems.platform.test.RemsHttp.AsCaller;
import io.rems.platform.test.TestCallers;
import java.text.ParseException;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** Signs in as a portal does, from an address that the gateway vouches for. */
public final class SignInClient {
    public record Pair(String accessToken, String refreshToken, long expiresIn) {

        public UUID session() {
            try {
                return UUID.fromString(
                        SignedJWT.parse(accessToken).getJWTClaimsSet().getStringClaim("sid"));
            } catch (ParseException e) {
                throw new AssertionError(e);
            }
        }
    }

    private final RemsHttp http;
    private final String address;

    public SignInClient(RemsHttp http, String address) {
        this.http = http;
        this.address = address;
    }

    public ResponseSpec login(String email, String password) {
        return post("/api/v1/auth/login", Map.of("email", email, "password", password));
    }

    public ResponseSpec refresh(Pair pair) {
        return post("/api/v1/auth/refresh", Map.of("refreshToken", pair.refreshToken()));
    }

    public ResponseSpec signOut(Pair pair) {
        return post("/api/v1/auth/sign-out", Map.of("refreshToken", pair.refreshToken()));
    }

    public Pair signedIn(String email) {
        return pair(login(email, FirmApi.PASSWORD));
    }

    public Pair renewed(Pair pair) {
        return pair(refresh(pair));
    }

    public ResponseSpec post(String path, Map<String, ?> body) {
        return http.client()
                .post()
                .uri(path)
                .header(ClientTokens.HEADER, TestCallers.client(address, null))
                .header("User-Agent", "Portal of the tests")
                .bodyValue(body)
                .exchange();
    }

    /** As the gateway lets in a user who works in no firm, in a session of his. */
    public AsCaller as(UUID user, UUID session) {
        var caller =
                new Caller(Actor.user(user), user, FirmId.PLATFORM, null, AccessLevel.RESTRICTED, false, null, null);
        return new AsCaller(http.as(caller)
                .client()
                .mutate()
                .defaultHeader(ClientTokens.HEADER, TestCallers.client(address, session))
                .build());
    }

    public static Pair pair(ResponseSpec answer) {
        answer.expectStatus().isOk();
        return Objects.requireNonNull(
                answer.expectBody(Pair.class).returnResult().getResponseBody());
    }
}
