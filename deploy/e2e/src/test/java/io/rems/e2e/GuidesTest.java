package io.rems.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the guides tell developers to paste into a shell. */
@EndToEnd
class GuidesTest {
    private static final Pattern SHELL = Pattern.compile("^```sh\n(.*?)^```", Pattern.DOTALL | Pattern.MULTILINE);
    private static final int SECONDS = 120;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"authentication.md", "firm-context.md", "ownership.md", "approvals.md"})
    void whatAGuideShowsWorksWhenPasted(String guide, Suite suite) throws IOException, InterruptedException {
        suite.loadDemoFirms();
        var output = folder.resolve("output");
        var shell = new ProcessBuilder("sh", "-eu", "-c", commands(guide))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        shell.environment().put("API", suite.gateway() + "/api/v1");

        var process = shell.start();

        assertThat(process.waitFor(SECONDS, TimeUnit.SECONDS))
                .as("%s ended within %d s", guide, SECONDS)
                .isTrue();
        assertThat(process.exitValue())
                .as("%s: %s", guide, Files.readString(output))
                .isZero();
    }

    private static String commands(String guide) throws IOException {
        var text = Files.readString(Suite.CHECKOUT.resolve("docs/guides").resolve(guide));
        return SHELL.matcher(text).results().map(block -> block.group(1)).collect(Collectors.joining());
    }
}
