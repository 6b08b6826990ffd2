package io.rems.bench;

import io.rems.gateway.access.ContextResolution;
import java.io.PrintStream;

/** The gateway's part of every call: as whom the user acts. Measured within one thread, without HTTP. */
final class Contexts {
    private static final int WARM_UPS = 20;

    void run(int rounds, PrintStream out) {
        var resolution = new ContextResolution();
        var comparison = new Comparison("firm context of a user, CPU", "µs");
        for (var round = -WARM_UPS; round < rounds; round++) {
            var signed = resolution.microsOfCpuToSign();
            var known = resolution.microsOfCpuWhenKnown();
            if (round >= 0) {
                comparison.add("signing a context token", signed);
                comparison.add("context token of a known user", known);
            }
        }
        comparison.print(out);
        out.printf("%nfirm-service was asked %.2f times for each user.%n", resolution.questionsPerUser());
    }
}
