package io.rems.bench;

import io.rems.local.LocalStack;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** How long the whole suite takes until every application is ready, and how much memory it holds then. */
final class Starts {

    private final Stacks stacks;
    private final List<Double> memory = new ArrayList<>();

    Starts(Stacks stacks) {
        this.stacks = stacks;
    }

    void run(int rounds, PrintStream out) {
        stacks.deleteImages();
        stacks.deleteData();
        var first = start(stacks::startTrained);
        start(stacks::startUntrained);
        memory.clear();
        var times = new Comparison("start of all applications on existing data", "s");
        for (var round = 0; round < rounds; round++) {
            times.add("without AOT caches", start(stacks::startUntrained));
            times.add("with AOT caches, as `./rems up`", start(stacks::startTrained));
        }
        times.print(out);
        out.printf("%nFirst start (packages extracted, caches recorded, databases made): %.1f s%n", first);
        out.printf(
                "Memory of all processes when ready: %s%n", Summary.of(memory).text("MiB"));
    }

    private double start(Supplier<LocalStack> start) {
        var begin = System.nanoTime();
        try (var stack = start.get()) {
            var seconds = (System.nanoTime() - begin) / 1e9;
            memory.add(stack.memory() / 1024.0);
            return seconds;
        }
    }
}
