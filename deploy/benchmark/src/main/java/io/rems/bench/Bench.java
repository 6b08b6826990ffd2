package io.rems.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Starts a stack of its own in {@code .rems/bench}, measures, and prints tables. */
@Command(
        name = "bench",
        description = "Measures REMS on this machine; every figure stands beside a baseline of the same run.",
        mixinStandardHelpOptions = true)
public final class Bench implements Callable<Integer> {

    /** What can be measured. */
    enum Measure {
        START,
        CONTEXT,
        READ,
        EVENTS,
        RELAY,
        SIGNIN,
        PEOPLE,
        OWNERSHIP,
        APPROVAL,
        ESCALATION
    }

    private static final Set<Measure> UNDER_WAY = EnumSet.complementOf(EnumSet.of(Measure.START, Measure.CONTEXT));

    @Option(names = "--rounds", description = "How often each way is measured (default: ${DEFAULT-VALUE}).")
    private int rounds = 5;

    @Option(names = "--seconds", description = "Length of a measurement under load (default: ${DEFAULT-VALUE}).")
    private int seconds = 10;

    @Option(names = "--only", split = ",", description = "Of ${COMPLETION-CANDIDATES}; default: all.")
    private Set<Measure> only = EnumSet.allOf(Measure.class);

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Bench())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        var stacks = new Stacks(Path.of(System.getProperty("rems.root", "")));
        System.out.println(Machine.text());
        if (only.contains(Measure.START)) {
            new Starts(stacks).run(rounds, System.out);
        }
        if (only.contains(Measure.CONTEXT)) {
            new Contexts().run(rounds, System.out);
        }
        if (only.stream().anyMatch(UNDER_WAY::contains)) {
            measureUnderWay(stacks);
        }
        return 0;
    }

    private void measureUnderWay(Stacks stacks) throws Exception {
        try (var stack = stacks.startForLoad()) {
            var target = Target.prepare(stack, stacks);
            if (only.contains(Measure.READ)) {
                new Reads(target).run(rounds, Duration.ofSeconds(seconds), System.out);
            }
            if (only.contains(Measure.EVENTS)) {
                new EventDelay(target).run(rounds, System.out);
            }
            if (only.contains(Measure.RELAY)) {
                new RelayThroughput(target).run(rounds, System.out);
            }
            if (only.contains(Measure.SIGNIN)) {
                new SignIns(target).run(rounds, Duration.ofSeconds(seconds), System.out);
            }
            if (only.contains(Measure.PEOPLE)) {
                new People(target).run(rounds, System.out);
            }
            if (only.contains(Measure.OWNERSHIP)) {
                new Ownerships(target).run(rounds, Duration.ofSeconds(seconds), System.out);
            }
            if (only.contains(Measure.APPROVAL)) {
                new Approvals(target).run(rounds, Duration.ofSeconds(seconds), System.out);
            }
            if (only.contains(Measure.ESCALATION)) {
                new Escalations(target).run(rounds, Duration.ofSeconds(seconds), System.out);
            }
        }
    }
}
