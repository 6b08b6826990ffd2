package io.rems.local.imports;

import io.rems.local.Progress;
import io.rems.local.SignInOptions;
import io.rems.local.StackFailure;
import io.rems.local.demo.DemoLogins;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Brings a legacy database into a firm; doing it again brings in what is new and changes nothing else. */
@Command(
        name = "import",
        description = "Brings the CSV files of a legacy REMS database into a firm.",
        mixinStandardHelpOptions = true)
public final class ImportCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FOLDER", description = "Folder with owners.csv, properties.csv and so on.")
    private Path folder = Path.of("");

    @Option(names = "--firm", required = true, paramLabel = "NAME", description = "Name of the firm.")
    private String firm = "";

    @Option(names = "--dry-run", description = "Check everything, write nothing.")
    private boolean dryRun;

    @Mixin
    private SignInOptions signIn = new SignInOptions();

    @Override
    public Integer call() {
        if (!Files.isDirectory(folder)) {
            throw new StackFailure(folder + " is not a folder.");
        }
        var session = signIn.session(() -> DemoLogins.administratorOf(firm)
                .orElseThrow(
                        () -> new StackFailure("Say who imports: --user E-MAIL (and REMS_PASSWORD or --password).")));
        var report = LegacyImport.run(folder, firm, dryRun, session, Progress.on(System.out));
        report.print(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
        return report.isSound() ? 0 : 1;
    }
}
