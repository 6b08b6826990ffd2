package io.rems.local.imports;

import io.rems.local.Progress;
import io.rems.local.StackFailure;
import io.rems.local.api.Session;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Reads and checks the whole folder first, then writes table by table, so that what is referred to is there. */
final class LegacyImport {

    private static final int AT_ONCE = 4;
    private static final int ROWS_BETWEEN_WORDS = 500;

    private final Path folder;
    private final boolean dryRun;
    private final Session session;
    private final Firm firm;
    private final Progress progress;
    private final List<Tally> tallies = new ArrayList<>();
    private final List<Refusal> refusals = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();

    private LegacyImport(Path folder, boolean dryRun, Session session, Firm firm, Progress progress) {
        this.folder = folder;
        this.dryRun = dryRun;
        this.session = session.inFirm(firm.id());
        this.firm = firm;
        this.progress = progress;
    }

    /** @throws StackFailure if there is no such firm, or nothing to import */
    static Report run(Path folder, String firm, boolean dryRun, Session session, Progress progress) {
        return new LegacyImport(folder, dryRun, session, Firm.named(firm, session), progress).run();
    }

    private Report run() {
        var readings = readAll();
        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            var writer = new Writer(session);
            readings.forEach(reading -> tallies.add(write(reading, writer, threads)));
        }
        archive(readings);
        skipOthers();
        return new Report(dryRun, List.copyOf(tallies), List.copyOf(refusals), List.copyOf(remarks));
    }

    private List<Reading> readAll() {
        var books = new Books(firm, LegacyUsers.in(folder));
        var readings = LegacyTables.ALL.stream()
                .filter(table -> Files.isRegularFile(folder.resolve(table.file())))
                .map(table -> TableReader.read(table, CsvFile.read(folder.resolve(table.file())), books))
                .toList();
        if (readings.isEmpty()) {
            throw new StackFailure("There is nothing to import in " + folder + ": none of "
                    + String.join(
                            ", ", LegacyTables.ALL.stream().map(Table::file).toList()));
        }
        readings.forEach(this::note);
        return readings;
    }

    private void note(Reading reading) {
        refusals.addAll(reading.refusals());
        var file = reading.table().file();
        if (!reading.table().remark().isEmpty() && !reading.entries().isEmpty()) {
            remarks.add(file + ": " + reading.table().remark());
        }
        reading.remarks().forEach((remark, rows) -> remarks.add("%s: %d × %s".formatted(file, rows, remark)));
        if (!reading.unplaced().isEmpty()) {
            remarks.add(Report.unplaced(reading));
        }
    }

    private Tally write(Reading reading, Writer writer, ExecutorService threads) {
        var name = reading.table().name();
        var created = 0;
        var there = 0;
        var refused = reading.refused();
        var done = 0;
        var outcomes = reading.entries().stream()
                .map(entry -> threads.submit(() -> dryRun ? writer.look(entry) : writer.write(entry)))
                .toList();
        for (var outcome : outcomes) {
            switch (resultOf(outcome, outcomes)) {
                case Outcome.Created _ -> created++;
                case Outcome.AlreadyThere _ -> there++;
                case Outcome.Refused(var reasons) -> {
                    refused++;
                    refusals.addAll(reasons);
                }
            }
            if (++done % ROWS_BETWEEN_WORDS == 0) {
                progress.say("%s: %d of %d".formatted(name, done, reading.rows()));
            }
        }
        progress.say("%s: %d rows".formatted(name, reading.rows()));
        return new Tally(name, reading.rows(), created, there, refused, 0, "");
    }

    /** One after the other: they are few, and parts come before what they are part of. */
    private void archive(List<Reading> readings) {
        var inactive = Archival.of(readings);
        if (inactive.isEmpty()) {
            return;
        }
        var archival = new Archival(session, readings);
        var outcomes = inactive.stream()
                .map(entry -> dryRun ? archival.look(entry) : archival.archive(entry))
                .toList();
        var archived =
                outcomes.stream().filter(Outcome.Created.class::isInstance).count();
        var refused =
                outcomes.stream().filter(Outcome.Refused.class::isInstance).count();
        outcomes.forEach(outcome -> {
            if (outcome instanceof Outcome.Refused(var reasons)) {
                refusals.addAll(reasons);
            }
        });
        remarks.add(
                "inactive owners, properties and units: %d, of which %d %s, %d must stay active, the rest was changed since"
                        .formatted(inactive.size(), archived, dryRun ? "to archive" : "archived", refused));
    }

    private static Outcome resultOf(Future<Outcome> outcome, List<Future<Outcome>> all) {
        try {
            return outcome.get();
        } catch (ExecutionException e) {
            all.forEach(other -> other.cancel(false));
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
        } catch (InterruptedException e) {
            all.forEach(other -> other.cancel(false));
            Thread.currentThread().interrupt();
            throw new StackFailure("Interrupted; run it again, it goes on where it stopped.", e);
        }
    }

    /** Everything that lies in the folder and does not come in is named. */
    private void skipOthers() {
        var known = LegacyTables.ALL.stream().map(Table::file).toList();
        try (var files = Files.list(folder)) {
            files.filter(file -> file.getFileName().toString().endsWith(".csv"))
                    .filter(file -> !known.contains(file.getFileName().toString()))
                    .sorted()
                    .forEach(file -> {
                        var name = file.getFileName().toString().replace(".csv", "");
                        var rows = CsvFile.read(file).lines().size();
                        tallies.add(Tally.skipped(
                                name, rows, LegacyTables.SKIPPED.getOrDefault(name, "not a table that REMS knows")));
                    });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
