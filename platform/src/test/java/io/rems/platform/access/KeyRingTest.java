package io.rems.platform.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.text.ParseException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyRingTest {
    private static final Duration LONG_ENOUGH = Duration.ofMinutes(3);

    private final HandClock clock = new HandClock();
    private final ECKey first = key("first");
    private final ECKey second = key("second");
    private final ECKey third = key("third");

    @TempDir
    private Path mount;

    @BeforeEach
    void someKey() throws IOException {
        give(Map.of("current", first));
    }

    @Test
    void nextKeyIsPublishedBeforeItSigns() throws IOException {
        KeyRing keys = ring();

        give(Map.of("current", first, "next", second));
        keys.read();

        assertThat(published(keys)).containsExactly("first", "second");
        assertThat(signer(keys)).isEqualTo("first");
    }

    @Test
    void keyThatWasPublishedLongEnoughSignsAtOnceAndTheOneBeforeStaysPublished() throws IOException {
        give(Map.of("current", first, "next", second));
        KeyRing keys = ring();
        clock.pass(LONG_ENOUGH);

        give(Map.of("current", second, "previous", first));
        keys.read();

        assertThat(signer(keys)).isEqualTo("second");
        assertThat(published(keys)).containsExactly("second", "first");
    }

    @Test
    void whoSkipsTheStepOfPublishingWaitsForIt() throws IOException {
        KeyRing keys = ring();

        give(Map.of("current", second, "previous", first));
        keys.read();
        assertThat(signer(keys)).isEqualTo("first");
        clock.pass(LONG_ENOUGH.minusSeconds(1));
        keys.read();
        assertThat(signer(keys)).isEqualTo("first");
        clock.pass(Duration.ofSeconds(1));
        keys.read();

        assertThat(signer(keys)).isEqualTo("second");
    }

    @Test
    void keyThatIsNotGivenAnyMoreNeitherSignsNorIsPublished() throws IOException {
        KeyRing keys = ring();

        give(Map.of("current", second));
        keys.read();

        assertThat(signer(keys)).isEqualTo("second");
        assertThat(published(keys)).containsExactly("second");
    }

    @Test
    void changeIsTakenBackWhileItWaits() throws IOException {
        KeyRing keys = ring();
        give(Map.of("current", second, "previous", first));
        keys.read();

        give(Map.of("current", first));
        keys.read();
        clock.pass(LONG_ENOUGH);
        keys.read();

        assertThat(signer(keys)).isEqualTo("first");
        assertThat(published(keys)).containsExactly("first");
    }

    @Test
    void whatCannotBeReadChangesNothing() throws IOException {
        KeyRing keys = ring();

        for (String broken :
                List.of("", "{", "{\"kty\": \"EC\"}", second.toPublicJWK().toJSONString())) {
            mount(Map.of("current", broken));
            keys.read();
            assertThat(signer(keys)).isEqualTo("first");
        }
        mount(Map.of("next", second.toJSONString()));
        keys.read();
        assertThat(published(keys)).containsExactly("first");

        give(Map.of("current", third));
        keys.read();
        assertThat(signer(keys)).isEqualTo("third");
    }

    @Test
    void nameOfAKeyIsNotGivenToAnother() throws IOException {
        KeyRing keys = ring();

        give(Map.of("current", key("first")));
        keys.read();

        assertThat(keys.publicKeys().getKeyByKeyId("first")).isEqualTo(first.toPublicJWK());
        give(Map.of("current", first, "next", first));
        assertThatThrownBy(this::ring).hasMessageContaining("same name");
    }

    @Test
    void applicationDoesNotStartWithKeysThatAreNoneOfItsKind() throws IOException, JOSEException {
        mount(Map.of("current", new ECKeyGenerator(Curve.P_521).generate().toJSONString()));
        assertThatThrownBy(this::ring).hasMessageContaining("P-256");

        mount(Map.of("next", second.toJSONString()));
        assertThatThrownBy(this::ring).hasMessageContaining("current.json");
    }

    @Test
    void keyAsOtherToolsMakeItIsNamedByItsContent() throws IOException, JOSEException {
        ECKey made =
                new ECKeyGenerator(Curve.P_256).algorithm(JWSAlgorithm.ES256).generate();
        Path file = Files.writeString(
                mount.resolve("alone.json"),
                made.toJSONString().replace("{", "{\"key_ops\":[\"sign\",\"verify\"],\"iat\":1764493200,"));

        KeyRing keys = new KeyRing(() -> GivenKeys.readFrom(file), LONG_ENOUGH, clock);

        assertThat(published(keys)).containsExactly(made.computeThumbprint().toString());
        assertThat(keys.publicKeys().toString()).doesNotContain("\"d\"", "key_ops");
    }

    private KeyRing ring() {
        return new KeyRing(() -> GivenKeys.readFrom(mount.resolve("keys")), LONG_ENOUGH, clock);
    }

    private void give(Map<String, ECKey> keys) throws IOException {
        var files = new HashMap<String, String>();
        keys.forEach((name, key) -> files.put(name, key.toJSONString()));
        mount(files);
    }

    /** As Kubernetes changes a mounted secret: new files in a folder of their own, then one link is exchanged. */
    private void mount(Map<String, String> files) throws IOException {
        Path folder = Files.createTempDirectory(mount, "..data");
        for (var file : files.entrySet()) {
            Files.writeString(folder.resolve(file.getKey() + ".json"), file.getValue());
        }
        Path link = Files.createSymbolicLink(mount.resolve("link"), folder);
        Files.move(link, mount.resolve("keys"), StandardCopyOption.ATOMIC_MOVE);
    }

    private static List<String> published(KeyRing keys) {
        return keys.publicKeys().getKeys().stream().map(JWK::getKeyID).toList();
    }

    private static String signer(KeyRing keys) {
        try {
            return SignedJWT.parse(keys.sign(new JWTClaimsSet.Builder().build()))
                    .getHeader()
                    .getKeyID();
        } catch (ParseException e) {
            throw new AssertionError(e);
        }
    }

    private static ECKey key(String name) {
        try {
            return new ECKeyGenerator(Curve.P_256)
                    .keyID(name)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.ES256)
                    .generate();
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }
}
