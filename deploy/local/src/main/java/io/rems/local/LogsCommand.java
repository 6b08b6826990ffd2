package io.rems.local;

import io.rems.embedded.LogTail;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows the end of one log or of all. */
@Command(name = "logs", description = "Shows the end of the logs.", mixinStandardHelpOptions = true)
final class LogsCommand implements Callable<Integer> {

    @Parameters(
            arity = "0..1",
            paramLabel = "SERVICE",
            description = "gateway, firm-service, ownership-service, approval-service, tenant-service,"
                    + " reporting-service, postgres or kafka; all if none is named.")
    private @Nullable String service;

    @Option(names = "-f", description = "Go on as more is written.")
    private boolean follow;

    @Option(names = "-n", paramLabel = "LINES", description = "How many lines (default: ${DEFAULT-VALUE}).")
    private int lines = 40;

    @Override
    public Integer call() throws IOException, InterruptedException {
        var logs = logs();
        if (follow) {
            var command = new ArrayList<>(List.of("tail", "-n", Integer.toString(lines), "-F"));
            logs.forEach(log -> command.add(log.toString()));
            return new ProcessBuilder(command).inheritIO().start().waitFor();
        }
        for (var log : logs) {
            System.out.println("== " + log);
            LogTail.of(log, lines).forEach(System.out::println);
        }
        return 0;
    }

    private List<Path> logs() {
        var folder = Rems.folder();
        if (service != null) {
            var named = List.of(folder.log(service), folder.log(service + "-service"));
            return named.stream()
                    .filter(Files::exists)
                    .findFirst()
                    .map(List::of)
                    .orElseThrow(() -> none(named.getFirst()));
        }
        var all = folder.logs();
        if (!Files.isDirectory(all)) {
            throw none(all);
        }
        return folder.logFiles();
    }

    private static StackFailure none(Path log) {
        return new StackFailure(
                "There is no log " + log + "; ./rems up starts REMS, ./rems logs --help names the parts.");
    }
}
