package io.rems.firm.secondfactor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.env.MockEnvironment;

class SecretSealTest {
    private static final UUID USER = new UUID(1, 1);
    private static final byte[] SECRET = "twenty bytes of sand".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path folder;

    @Test
    void secretIsReadByItsUserOnlyAndNeverTheSameTwice() {
        var seal = new SecretSeal(keys(null, "test"));
        var sealed = seal.seal(USER, SECRET);

        assertThat(seal.open(USER, sealed)).isEqualTo(SECRET);
        assertThat(seal.seal(USER, SECRET)).isNotEqualTo(sealed);
        assertThatThrownBy(() -> seal.open(new UUID(1, 2), sealed)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void changedOrForeignSecretIsRefused() {
        var seal = new SecretSeal(keys(null, "test"));
        var sealed = seal.seal(USER, SECRET);
        int middle = sealed.length() - 30;
        var changed =
                sealed.substring(0, middle) + (sealed.charAt(middle) == 'A' ? 'B' : 'A') + sealed.substring(middle + 1);

        assertThatThrownBy(() -> seal.open(USER, changed)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> new SecretSeal(keys(null, "test")).open(USER, sealed))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void keysAreMadeOnceOnOnesOwnMachineForTheirOwnerOnly() throws IOException {
        var file = folder.resolve("keys/second-factor.json");
        var sealed = new SecretSeal(keys(file, "local")).seal(USER, SECRET);

        assertThat(new SecretSeal(keys(file, "local")).open(USER, sealed)).isEqualTo(SECRET);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void inProductionKeysAreGiven() {
        assertThatThrownBy(() -> keys(null, "production")).hasMessageContaining("second-factor.keys");
        assertThatThrownBy(() -> keys(folder.resolve("absent.json"), "production"))
                .hasMessageContaining("absent.json");
    }

    @Test
    void keyThatIsPutInFrontEncryptsAndTheOldOneStillDecrypts() throws IOException {
        var file = folder.resolve("keys.json");
        Files.writeString(file, "{\"keys\": [" + key("old") + "]}");
        var sealed = new SecretSeal(keys(file, "production")).seal(USER, SECRET);
        Files.writeString(file, "{\"keys\": [" + key("new") + "," + key("old") + "]}");
        var both = new SecretSeal(keys(file, "production"));

        assertThat(both.open(USER, sealed)).isEqualTo(SECRET);
        assertThat(both.open(USER, both.seal(USER, SECRET))).isEqualTo(SECRET);
    }

    @Test
    void weakKeysAreRefused() throws IOException {
        var file = folder.resolve("keys.json");
        Files.writeString(file, "{\"keys\": [{\"kty\": \"oct\", \"kid\": \"weak\", \"k\": \"AAAA\"}]}");

        assertThatThrownBy(() -> keys(file, "production")).hasMessageContaining("256 bit");
    }

    private static String key(String name) {
        var bytes = new byte[32];
        bytes[0] = (byte) name.charAt(0);
        return "{\"kty\": \"oct\", \"kid\": \"%s\", \"k\": \"%s\"}"
                .formatted(name, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    private static SecretKeys keys(@Nullable Path file, String profile) {
        var environment = new MockEnvironment();
        environment.setActiveProfiles(profile);
        return new SecretKeys(new SecondFactorSettings(file, "REMS", 5, Duration.ofMinutes(15)), environment);
    }
}
