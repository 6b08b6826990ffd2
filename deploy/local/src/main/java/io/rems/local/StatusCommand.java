package io.rems.local;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Shows each part: state, address, memory, uptime, and how many events a service has yet to handle. */
@Command(name = "status", description = "Shows each part.", mixinStandardHelpOptions = true)
final class StatusCommand implements Callable<Integer> {

    private static final String ROW = "%-18s %-9s %-24s %8s %9s %9s %s%n";

    @Override
    public Integer call() throws InterruptedException {
        var folder = Rems.folder();
        var parts = new RunningParts(folder.run());
        if (parts.all().stream().noneMatch(part -> part.process().isPresent())) {
            return nothingRuns(folder, parts);
        }
        var lags = parts.find(StackPorts.KAFKA)
                .filter(part -> part.process().isPresent())
                .map(part -> EventLag.at(part.address()))
                .orElse(Map.of());
        System.out.printf(ROW, "part", "state", "address", "process", "memory", "uptime", "event lag");
        row(parts, StackPorts.POSTGRES, lags);
        row(parts, StackPorts.KAFKA, lags);
        for (var app : App.values()) {
            row(parts, app.folder(), lags);
        }
        return 0;
    }

    private static int nothingRuns(StackFolder folder, RunningParts parts) {
        var launcher = parts.find(RunningParts.LAUNCHER).flatMap(Part::process);
        System.out.println(launcher.map(process ->
                        "REMS is just starting or stopping in %s (process %d).".formatted(folder.home(), process.pid()))
                .orElse("REMS does not run in " + folder.home() + "; ./rems up starts it."));
        return launcher.isPresent() ? 0 : 1;
    }

    private static void row(RunningParts parts, String name, Map<String, Long> lags) throws InterruptedException {
        var part = parts.find(name);
        var process = part.flatMap(Part::process);
        if (part.isEmpty() || process.isEmpty()) {
            System.out.printf(ROW, name, "stopped", "", "", "", "", "");
            return;
        }
        var started = process.get().info().startInstant().orElse(Instant.now());
        var lag = lags.get(name.replace("-service", ""));
        System.out.printf(
                ROW,
                name,
                state(part.get()),
                part.get().address(),
                process.get().pid(),
                Memory.text(Memory.of(process.get())),
                text(Duration.between(started, Instant.now())),
                lag == null ? "" : lag);
    }

    private static String state(Part part) throws InterruptedException {
        var isServer = !part.address().startsWith("http");
        return isServer || new Readiness().of(part.address()) ? "ready" : "not ready";
    }

    private static String text(Duration uptime) {
        return uptime.toHours() > 0
                ? "%d h %02d min".formatted(uptime.toHours(), uptime.toMinutesPart())
                : "%d:%02d min".formatted(uptime.toMinutes(), uptime.toSecondsPart());
    }
}
