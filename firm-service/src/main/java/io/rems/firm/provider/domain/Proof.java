package io.rems.firm.provider.domain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * What only the portal knows that began a sign-in. The provider gets its hash, the nonce, and writes it into the ID
 * token: who finds such a token on its way cannot use it.
 */
public record Proof(String secret) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    public static Proof fresh() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new Proof(encoded(bytes));
    }

    public String nonce() {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
            return encoded(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Override
    public String toString() {
        return "Proof[...]";
    }
}
