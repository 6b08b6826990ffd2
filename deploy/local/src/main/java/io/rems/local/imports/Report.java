package io.rems.local.imports;

import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;

/** How an import went. */
record Report(boolean dryRun, List<Tally> tallies, List<Refusal> refusals, List<String> remarks) {

    private static final String ROW = "%-28s %8s %10s %14s %8s %8s  %s";

    boolean isSound() {
        return refusals.isEmpty();
    }

    void print(PrintWriter out) {
        if (!refusals.isEmpty()) {
            out.println("\nRefused:");
            refusals.forEach(refusal -> out.println("  " + refusal));
        }
        if (!remarks.isEmpty()) {
            out.println("\nTo know:");
            remarks.forEach(remark -> out.println("  " + remark));
        }
        out.println();
        row(out, "table", "read", dryRun ? "to create" : "created", "already there", "refused", "skipped", "");
        tallies.forEach(tally -> row(out, tally));
        row(out, tallies.stream().reduce(new Tally("all", 0, 0, 0, 0, 0, ""), Tally::plus));
        out.println(verdict());
        out.flush();
    }

    private String verdict() {
        if (dryRun) {
            return isSound()
                    ? "\nNothing was written (--dry-run)."
                    : "\nSome rows would be refused. Nothing was written (--dry-run).";
        }
        if (!isSound()) {
            return "\nSome rows were refused. Correct them and run the same command again: what came in stays as it is.";
        }
        return "\nAll that REMS can hold is in.";
    }

    private static void row(PrintWriter out, Tally tally) {
        row(
                out,
                tally.table(),
                tally.read(),
                tally.created(),
                tally.alreadyThere(),
                tally.refused(),
                tally.skipped(),
                tally.note());
    }

    private static void row(PrintWriter out, Object... cells) {
        out.println(ROW.formatted(cells).stripTrailing());
    }

    /** As in {@code owners: full_name (3), email (1)}. */
    static String unplaced(Reading reading) {
        return reading.table().file() + ": no place yet for "
                + reading.unplaced().entrySet().stream()
                        .map(column -> "%s (%d)".formatted(column.getKey(), column.getValue()))
                        .collect(Collectors.joining(", "));
    }
}
