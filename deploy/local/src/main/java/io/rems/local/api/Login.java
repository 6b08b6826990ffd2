package io.rems.local.api;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Somebody's tokens: the access token is renewed shortly before it expires. */
final class Login {

    private static final Duration MARGIN = Duration.ofSeconds(60);

    private final Gateway gateway;
    private final String email;
    private final String password;
    private String accessToken = "";
    private String refreshToken = "";
    private long renewAt;

    private Login(Gateway gateway, String email, String password) {
        this.gateway = gateway;
        this.email = email;
        this.password = password;
    }

    static Login with(Gateway gateway, String email, String password) {
        var login = new Login(gateway, email, password);
        login.signIn();
        return login;
    }

    String email() {
        return email;
    }

    synchronized String accessToken() {
        if (System.nanoTime() - renewAt >= 0) {
            renew();
        }
        return accessToken;
    }

    /** After an answer that says that this token is not valid any more; does nothing if it was renewed meanwhile. */
    synchronized void renewUnlessNewerThan(String refused) {
        if (accessToken.equals(refused)) {
            renew();
        }
    }

    /** Who issued the access token, such as {@code rems:local:firm}; for showing and choosing, it is not verified. */
    synchronized String issuer() {
        var claims = new String(Base64.getUrlDecoder().decode(accessToken.split("\\.")[1]), StandardCharsets.UTF_8);
        return JsonMapper.shared().readTree(claims).path("iss").asString("");
    }

    private void signIn() {
        keep(gateway.send(Call.of("POST", "/api/v1/auth/login", Map.of("email", email, "password", password))));
    }

    private void renew() {
        try {
            keep(gateway.send(Call.of("POST", "/api/v1/auth/refresh", Map.of("refreshToken", refreshToken))));
        } catch (ApiProblem refused) {
            signIn();
        }
    }

    private void keep(Answer tokens) {
        accessToken = tokens.text("accessToken");
        refreshToken = tokens.text("refreshToken");
        var life = Duration.ofSeconds(tokens.node("expiresIn").asLong());
        var margin = life.dividedBy(2).compareTo(MARGIN) < 0 ? life.dividedBy(2) : MARGIN;
        renewAt = System.nanoTime() + life.minus(margin).toNanos();
    }
}
