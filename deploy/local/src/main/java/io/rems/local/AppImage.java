package io.rems.local;

import io.rems.embedded.ChildProcess;
import io.rems.embedded.Folders;
import io.rems.embedded.LogTail;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import java.util.zip.ZipFile;

/**
 * An application as it is started: extracted from its jar, with an AOT cache that a training run leaves behind. Training
 * and running must use the same flags, or the JVM ignores the cache.
 */
record AppImage(App app, Path jar, Path folder, List<String> flags) {

    private static final List<String> ALWAYS = List.of(
            "-XX:+ExitOnOutOfMemoryError",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow");

    /** @throws StackFailure if the application has not been built */
    static AppImage of(App app, StackOptions options) {
        var target = options.root().resolve(app.folder()).resolve("target");
        try (var jars = Files.newDirectoryStream(target, app.artifact() + "-*-app.jar")) {
            return new AppImage(
                    app, jars.iterator().next(), options.folder().images().resolve(app.folder()), options.flags());
        } catch (IOException | NoSuchElementException e) {
            throw new StackFailure(app.folder() + " has not been built: there is no " + target + "/" + app.artifact()
                    + "-*-app.jar. ./rems up builds it; by hand: ./mvnw -DskipTests package");
        }
    }

    boolean isExtracted() {
        return stamp().equals(read(folder.resolve("stamp")));
    }

    boolean isTrained() {
        return isExtracted() && Files.exists(cache());
    }

    Path cache() {
        return folder.resolve("app.aot");
    }

    void extract(Path log) {
        Folders.delete(folder);
        var command = List.of(
                ChildProcess.java(),
                "-Xmx128m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Djarmode=tools",
                "-jar",
                jar.toString(),
                "extract",
                "--destination",
                folder.toString());
        var process = ChildProcess.start(command, Map.of(), folder.getRoot(), log);
        try {
            var exit = process.waitFor();
            if (exit != 0) {
                throw new StackFailure(
                        jar + " could not be extracted:\n  " + String.join("\n  ", LogTail.causes(log, 10)));
            }
            var all = Stream.concat(flags.stream(), ALWAYS.stream()).toList();
            Files.write(folder.resolve("flags"), all);
            Files.writeString(folder.resolve("stamp"), stamp());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailure("Interrupted", e);
        } finally {
            ChildProcess.kill(process.toHandle());
        }
    }

    /** The command that runs it; {@code marker} comes first, where every tool that lists processes shows it. */
    List<String> command(String marker, List<String> aot) {
        var command = new ArrayList<String>();
        command.add(ChildProcess.java());
        command.add(marker);
        command.add("@" + folder.resolve("flags"));
        command.addAll(aot);
        command.addAll(List.of("-jar", folder.resolve(jar.getFileName()).toString()));
        return command;
    }

    /**
     * Other content, another JDK, other flags or another place make another image: the cache fits only its own. A build
     * writes every package anew; one with the same content needs nothing.
     */
    private String stamp() {
        try {
            return String.join(
                    "\n",
                    contentOf(jar),
                    System.getProperty("java.vm.version") + " " + System.getProperty("java.home"),
                    String.join(" ", flags),
                    folder.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String contentOf(Path jar) throws IOException {
        var sum = new CRC32C();
        try (var zip = new ZipFile(jar.toFile())) {
            zip.stream()
                    .filter(entry -> !entry.isDirectory())
                    .map(entry -> entry.getName() + " " + entry.getSize() + " " + entry.getCrc() + "\n")
                    .forEach(line -> sum.update(line.getBytes(StandardCharsets.UTF_8)));
            return zip.size() + " files, " + Long.toHexString(sum.getValue());
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return "";
        }
    }
}
