package io.rems.firm.secondfactor;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.DirectDecrypter;
import com.nimbusds.jose.crypto.DirectEncrypter;
import java.text.ParseException;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Makes secrets unreadable to whoever gets at the database: encrypted and authenticated (A256GCM, as a JWE), under a key that
 * is not there. Each names its user, so that it cannot be put to another's row.
 */
@Component
class SecretSeal {
    private static final String USER = "user";

    private final SecretKeys keys;

    SecretSeal(SecretKeys keys) {
        this.keys = keys;
    }

    String seal(UUID user, byte[] secret) {
        var key = keys.current();
        var sealed = new JWEObject(
                new JWEHeader.Builder(JWEAlgorithm.DIR, EncryptionMethod.A256GCM)
                        .keyID(key.getKeyID())
                        .customParam(USER, user.toString())
                        .build(),
                new Payload(secret));
        try {
            sealed.encrypt(new DirectEncrypter(key));
        } catch (JOSEException e) {
            throw new IllegalStateException("Cannot encrypt a secret", e);
        }
        return sealed.serialize();
    }

    byte[] open(UUID user, String text) {
        try {
            var sealed = JWEObject.parse(text);
            var header = sealed.getHeader();
            if (!user.toString().equals(header.getCustomParam(USER))) {
                throw new IllegalStateException("This secret is another user's");
            }
            var key = keys.named(header.getKeyID())
                    .orElseThrow(() -> new IllegalStateException("The key of a secret is not among those given"));
            sealed.decrypt(new DirectDecrypter(key));
            return sealed.getPayload().toBytes();
        } catch (ParseException | JOSEException e) {
            throw new IllegalStateException("A secret cannot be read", e);
        }
    }
}
