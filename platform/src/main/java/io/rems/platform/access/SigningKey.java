package io.rems.platform.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.ParseException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One key pair (ES256): signs an application's tokens; the public half is served as a JWK set. */
public final class SigningKey implements TokenSigner {
    private final ECKey key;
    private final JWSHeader header;
    private final JWSSigner signer;

    private SigningKey(ECKey key) {
        this.key = key;
        this.header =
                new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.getKeyID()).build();
        try {
            this.signer = new ECDSASigner(key);
        } catch (JOSEException e) {
            throw notOurs(e);
        }
        if (!signer.supportedJWSAlgorithms().contains(JWSAlgorithm.ES256)) {
            throw notOurs(null);
        }
    }

    private static IllegalArgumentException notOurs(@Nullable Exception cause) {
        return new IllegalArgumentException("The signing key is not a private EC P-256 key", cause);
    }

    /** A key that lives as long as the process. */
    public static SigningKey inMemory() {
        return new SigningKey(generated());
    }

    public static SigningKey readFrom(Path file) {
        try {
            return new SigningKey(named(ECKey.parse(Files.readString(file))));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the signing key " + file, e);
        } catch (ParseException e) {
            throw new IllegalArgumentException("The signing key " + file + " is not a JWK", e);
        }
    }

    /** For the local stack only: elsewhere keys are given. */
    static void createWhereNoneIs(Path file) {
        if (Files.exists(file)) {
            return;
        }
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, generated().toJSONString());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the signing key " + file, e);
        }
    }

    public JWKSet publicKeys() {
        return new JWKSet(publicKey());
    }

    ECKey publicKey() {
        return key.toPublicJWK();
    }

    @Override
    public String id() {
        return key.getKeyID();
    }

    @Override
    public String sign(JWTClaimsSet claims) {
        try {
            SignedJWT token = new SignedJWT(header, claims);
            token.sign(signer);
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException("Cannot sign a token", e);
        }
    }

    /** Whatever else the file says: this key signs, with ES256. Without a name of its own it has that of its content. */
    private static ECKey named(ECKey read) {
        try {
            String name = read.getKeyID() == null ? read.computeThumbprint().toString() : read.getKeyID();
            return new ECKey.Builder(read.getCurve(), read.getX(), read.getY())
                    .d(Objects.requireNonNull(read.getD(), "The signing key has no private half"))
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.ES256)
                    .keyID(name)
                    .build();
        } catch (JOSEException | NullPointerException e) {
            throw notOurs(e);
        }
    }

    private static ECKey generated() {
        try {
            return new ECKeyGenerator(Curve.P_256)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.ES256)
                    .keyIDFromThumbprint(true)
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException("Cannot make a signing key", e);
        }
    }
}
