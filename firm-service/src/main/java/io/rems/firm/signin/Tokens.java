package io.rems.firm.signin;

/** What a portal gets at sign-in; {@code expiresIn} is the life of the access token in seconds. */
public record Tokens(String accessToken, String refreshToken, long expiresIn) {

    @Override
    public String toString() {
        return "Tokens[...]";
    }
}
