package io.rems.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.SimpleFileServer;
import com.sun.net.httpserver.SimpleFileServer.OutputLevel;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LauncherScriptTest {

    @TempDir
    Path folder;

    private LauncherScript script;

    @BeforeEach
    void aMachineWithoutJdk() throws IOException {
        folder = folder.toRealPath();
        script = LauncherScript.in(folder);
    }

    @Test
    void javaHomeComesFirst() throws Exception {
        var home = script.jdk("elsewhere/jdk", 25);
        script.jdk("jvm/temurin-25", 25);

        var result = script.jdkItUses(Map.of("JAVA_HOME", "{}/elsewhere/jdk"));

        assertThat(result).isEqualTo(new LauncherScript.Result(0, home.toString()));
    }

    @Test
    void anOldJavaHomeIsPassedOverForTheOneOnThePath() throws Exception {
        script.jdk("old", 21);
        var onPath = script.jdk("elsewhere/jdk", 26);
        Files.createSymbolicLink(folder.resolve("tools/java"), onPath.resolve("bin/java"));

        var result = script.jdkItUses(Map.of("JAVA_HOME", "{}/old"));

        assertThat(result).isEqualTo(new LauncherScript.Result(0, onPath.toString()));
    }

    @Test
    void theUsualFoldersAreSearchedAndTheExactReleasePreferred() throws Exception {
        script.jdk("jvm/jdk-17", 17);
        script.jdk("jvm/jdk-27", 27);
        var exact = script.jdk("jvm/temurin-25.jdk/Contents/Home", 25);

        var result = script.jdkItUses(Map.of());

        assertThat(result).isEqualTo(new LauncherScript.Result(0, exact.toString()));
    }

    @Test
    void withoutJdkItSaysWhatToInstallAndAsksNobodyWhereNobodyIs() throws Exception {
        script.jdk("jvm/jdk-17", 17);

        var result = script.jdkItUses(Map.of());

        assertThat(result.exit()).isEqualTo(1);
        assertThat(result.output()).contains("needs a JDK 25", "adoptium.net", "REMS_FETCH_JDK=yes");
    }

    @Test
    void aJdkIsFetchedOnceAndKept() throws Exception {
        var sum = publish(25);

        var fetched = fetch(Map.of("REMS_JDK_SHA256", sum));
        var later = script.jdkItUses(Map.of());

        assertThat(fetched.output()).endsWith(folder.resolve(".rems/jdk").toString());
        assertThat(later)
                .isEqualTo(
                        new LauncherScript.Result(0, folder.resolve(".rems/jdk").toString()));
    }

    @Test
    void theChecksumMayLieBesideTheArchive() throws Exception {
        var sum = publish(25);
        Files.writeString(folder.resolve("site/jdk.tar.gz.sha256.txt"), sum + "  jdk.tar.gz\n");

        assertThat(fetch(Map.of()).exit()).isZero();
    }

    @Test
    void whatHasAnotherChecksumIsRefusedAndNotKept() throws Exception {
        publish(25);

        var result = fetch(Map.of("REMS_JDK_SHA256", "0".repeat(64)));

        assertThat(result.exit()).isEqualTo(1);
        assertThat(result.output()).contains("another checksum");
        assertThat(folder.resolve(".rems")).isEmptyDirectory();
    }

    @Test
    void anAddressWithNothingBehindItIsToldAsSuch() throws Exception {
        Files.createDirectories(folder.resolve("site"));

        var result = fetch(Map.of("REMS_JDK_SHA256", "0".repeat(64)));

        assertThat(result.exit()).isEqualTo(1);
        assertThat(result.output()).contains("could not be fetched", "REMS_JDK_URL");
    }

    /** Makes the archive and returns its checksum. */
    private String publish(int release) throws Exception {
        script.jdk("made/jdk-" + release, release);
        Files.createDirectories(folder.resolve("site"));
        var archive = folder.resolve("site/jdk.tar.gz");
        new ProcessBuilder(
                        "tar",
                        "-czf",
                        archive.toString(),
                        "-C",
                        folder.resolve("made").toString(),
                        "jdk-" + release)
                .start()
                .waitFor();
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(archive)));
    }

    private LauncherScript.Result fetch(Map<String, String> environment) throws Exception {
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        var server = SimpleFileServer.createFileServer(address, folder.resolve("site"), OutputLevel.NONE);
        server.start();
        try {
            var url = "http://127.0.0.1:" + server.getAddress().getPort() + "/jdk.tar.gz";
            var variables = new HashMap<>(Map.of("REMS_FETCH_JDK", "yes", "REMS_JDK_URL", url));
            variables.putAll(environment);
            return script.jdkItUses(variables);
        } finally {
            server.stop(0);
        }
    }
}
