package io.rems.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Starts the suite and stays until Ctrl-C, {@code ./rems down}, or a part that dies. */
@Command(name = "up", description = "Starts everything and prints where to go.", mixinStandardHelpOptions = true)
final class UpCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--fresh", description = "Delete all local data first.")
    private boolean fresh;

    @Option(names = "--detach", description = "Return when all is ready; ./rems down ends it.")
    private boolean detach;

    @Option(
            names = "--port",
            paramLabel = "PART=PORT",
            description = "Another port: gateway, firm, ownership, approval, tenant, reporting, postgres, kafka.")
    private Map<String, Integer> ports = new LinkedHashMap<>();

    @Option(names = "--no-memory-check", description = "Start even if little memory is free.")
    private boolean noMemoryCheck;

    @Option(names = "--only", split = ",", hidden = true, description = "Start these applications alone.")
    private Set<App> only = EnumSet.allOf(App.class);

    @Option(names = "--untrained", hidden = true, description = "Start without AOT caches.")
    private boolean untrained;

    @Option(names = "--at-once", hidden = true, description = "Applications that start at the same time.")
    private int atOnce;

    @Override
    public Integer call() throws IOException, InterruptedException {
        var begun = System.nanoTime();
        var folder = Rems.folder();
        if (detach) {
            return new Background(folder).start(argumentsWithoutDetach());
        }
        var progress = Progress.on(System.out);
        var stack = LocalStack.open(options(folder), progress);
        if (!noMemoryCheck) {
            checkMemory(stack);
        }
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(stack), "stop"));
        stack.start();
        var demo = DemoData.find();
        demo.ifPresent(data -> loadOnce(data, stack, progress));
        System.out.println(Welcome.text(stack, demo, Progress.since(begun)));
        stack.markReady();
        throw stack.awaitBroken();
    }

    /** After what an earlier start left has ended, and before anything is there to stop. */
    private static void checkMemory(LocalStack stack) {
        try {
            Preflight.memorySuffices(Preflight.NEEDED_KIBIBYTES);
        } catch (StackFailure e) {
            stack.close();
            throw e;
        }
    }

    private StackOptions options(StackFolder folder) {
        var options = StackOptions.of(Rems.root(), folder)
                .withPorts(StackPorts.standard().with(ports))
                .withApps(only)
                .withTrained(!untrained)
                .withFresh(fresh);
        return atOnce > 0 ? options.withAtOnce(atOnce) : options;
    }

    private static void loadOnce(DemoData data, LocalStack stack, Progress progress) {
        var done = Rems.folder().firstStartDone();
        if (Files.exists(done)) {
            return;
        }
        var begin = System.nanoTime();
        progress.say("first start: loading the demo firms");
        data.load(stack, progress);
        try {
            Files.createFile(done);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        progress.say("demo firms are loaded (%s)".formatted(Progress.seconds(Progress.since(begin))));
    }

    private static void stop(LocalStack stack) {
        if (stack.isOpen()) {
            System.out.println("\nStopping ...");
            stack.close();
            System.out.println("All stopped; the data stays in .rems");
        }
    }

    private List<String> argumentsWithoutDetach() {
        var given = spec.root().commandLine().getParseResult().originalArgs();
        return given.stream().filter(argument -> !argument.equals("--detach")).toList();
    }
}
