package io.rems.firm.secondfactor;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.jwk.gen.OctetSequenceKeyGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.ParseException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/** The keys that encrypt secrets: given in production, made once on one's own machine. */
@Component
class SecretKeys {
    private final List<OctetSequenceKey> keys;

    SecretKeys(SecondFactorSettings settings, Environment environment) {
        this.keys = keys(settings.keys(), environment);
        if (keys.isEmpty() || keys.stream().anyMatch(key -> key.getKeyID() == null || key.size() != 256)) {
            throw new IllegalStateException(
                    "rems.sign-in.second-factor.keys must be a JWK set of named symmetric keys of 256 bit");
        }
    }

    OctetSequenceKey current() {
        return keys.getFirst();
    }

    Optional<OctetSequenceKey> named(@Nullable String id) {
        return keys.stream().filter(key -> key.getKeyID().equals(id)).findFirst();
    }

    private static List<OctetSequenceKey> keys(@Nullable Path file, Environment environment) {
        if (file == null) {
            if (environment.acceptsProfiles(Profiles.of("test"))) {
                return List.of(generated());
            }
            throw new IllegalStateException("Set rems.sign-in.second-factor.keys to the file with the keys of secrets");
        }
        if (environment.acceptsProfiles(Profiles.of("local")) && !Files.exists(file)) {
            write(file, new JWKSet(generated()));
        }
        return read(file);
    }

    private static List<OctetSequenceKey> read(Path file) {
        try {
            return JWKSet.parse(Files.readString(file)).getKeys().stream()
                    .filter(OctetSequenceKey.class::isInstance)
                    .map(OctetSequenceKey.class::cast)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the keys of secrets " + file, e);
        } catch (ParseException e) {
            throw new IllegalStateException("The keys of secrets " + file + " are not a JWK set", e);
        }
    }

    private static void write(Path file, JWKSet keys) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, keys.toString(false));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the keys of secrets " + file, e);
        }
    }

    private static OctetSequenceKey generated() {
        try {
            return new OctetSequenceKeyGenerator(EncryptionMethod.A256GCM.cekBitLength())
                    .keyIDFromThumbprint(true)
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException("Cannot make a key", e);
        }
    }
}
