package io.rems.firm.secondfactor;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.util.encoders.Base32;
import org.springframework.stereotype.Component;

/** The codes of authenticators as all of them make them: RFC 6238 with SHA-1, six digits, thirty seconds. */
@Component
class Totp {
    private static final int SECRET_BYTES = 20;
    /** Clocks differ and people type slowly: the code before and the one after are good, too. */
    private static final int STEPS_AROUND = 1;

    private static final SecureRandom RANDOM = new SecureRandom();

    private final TimeBasedOneTimePasswordGenerator generator = new TimeBasedOneTimePasswordGenerator();
    private final SecondFactorSettings settings;

    Totp(SecondFactorSettings settings) {
        this.settings = settings;
    }

    byte[] newSecret() {
        var secret = new byte[SECRET_BYTES];
        RANDOM.nextBytes(secret);
        return secret;
    }

    /** The latest time step around now that the code belongs to. */
    OptionalLong stepOf(String code, byte[] secret, Instant now) {
        long step = now.getEpochSecond() / generator.getTimeStep().toSeconds();
        var shown = code.strip().getBytes(StandardCharsets.UTF_8);
        return LongStream.rangeClosed(step - STEPS_AROUND, step + STEPS_AROUND)
                .filter(at -> MessageDigest.isEqual(shown, code(secret, at).getBytes(StandardCharsets.UTF_8)))
                .max();
    }

    String written(byte[] secret) {
        return new String(Base32.encode(secret), StandardCharsets.US_ASCII).replace("=", "");
    }

    /** What an authenticator reads from a QR code. */
    String uri(byte[] secret, String account) {
        var issuer = encoded(settings.issuer());
        return "otpauth://totp/%s:%s?secret=%s&issuer=%s&algorithm=SHA1&digits=6&period=30"
                .formatted(issuer, encoded(account), written(secret), issuer);
    }

    private String code(byte[] secret, long step) {
        try {
            var time = Instant.ofEpochSecond(step * generator.getTimeStep().toSeconds());
            return generator.generateOneTimePasswordString(new SecretKeySpec(secret, generator.getAlgorithm()), time);
        } catch (InvalidKeyException e) {
            throw new IllegalStateException("The secret is no key", e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
