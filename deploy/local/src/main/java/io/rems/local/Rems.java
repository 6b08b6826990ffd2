package io.rems.local;

import io.rems.local.api.ApiProblem;
import io.rems.local.api.Unreachable;
import io.rems.local.demo.DemoCommand;
import io.rems.local.imports.ImportCommand;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** What {@code ./rems} hands over to. */
@Command(
        name = "./rems",
        description = "REMS on this machine.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            UpCommand.class,
            DownCommand.class,
            StatusCommand.class,
            LogsCommand.class,
            ImportCommand.class,
            DemoCommand.class,
            ReplayCommand.class,
            BenchCommand.class
        },
        footer = {"", "./rems test runs all tests (./mvnw verify)."})
public final class Rems {

    /** Set by the script; elsewhere the current folder is the checkout. */
    private static final String ROOT = "rems.root";

    private Rems() {}

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Rems()).setExecutionExceptionHandler((exception, commandLine, _) -> {
            return switch (exception) {
                case StackFailure _, ApiProblem _, Unreachable _ -> {
                    commandLine.getErr().println("\n" + exception.getMessage());
                    yield CommandLine.ExitCode.SOFTWARE;
                }
                default -> throw exception;
            };
        });
    }

    static Path root() {
        return Path.of(System.getProperty(ROOT, "")).toAbsolutePath().normalize();
    }

    /** What the command line of a launcher of this checkout contains, early enough for every tool to show it. */
    static String marker(Path root) {
        return "-D" + ROOT + "=" + root;
    }

    static StackFolder folder() {
        return StackFolder.at(root().resolve(".rems"));
    }
}
