package io.rems.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The script {@code ./rems} in a folder of its own, on a machine with nothing but the usual tools. */
record LauncherScript(Path folder) {

    private static final List<String> TOOLS = List.of(
            "sh",
            "sed",
            "dirname",
            "readlink",
            "uname",
            "tar",
            "gzip",
            "curl",
            "wget",
            "sha256sum",
            "shasum",
            "cut",
            "head",
            "mkdir",
            "rm",
            "mv",
            "cat",
            "perl");

    record Result(int exit, String output) {}

    static LauncherScript in(Path folder) throws IOException {
        Files.copy(Path.of("../../rems"), folder.resolve("rems"));
        var tools = Files.createDirectories(folder.resolve("tools"));
        for (var tool : TOOLS) {
            for (var place : List.of("/bin", "/usr/bin")) {
                if (Files.exists(Path.of(place, tool)) && !Files.exists(tools.resolve(tool))) {
                    executable(tools.resolve(tool), "exec %s/%s \"$@\"".formatted(place, tool));
                }
            }
        }
        return new LauncherScript(folder);
    }

    /** Something that looks like a JDK from outside. */
    Path jdk(String name, int release) throws IOException {
        var jdk = folder.resolve(name);
        Files.createDirectories(jdk.resolve("bin"));
        for (var program : List.of("bin/java", "bin/javac")) {
            executable(jdk.resolve(program), "");
        }
        Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"%d.0.1\"\n".formatted(release));
        return jdk;
    }

    private static void executable(Path file, String body) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + body + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** Asks it which JDK it would use; {@code {}} stands for its folder. */
    Result jdkItUses(Map<String, String> environment) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(folder.resolve("tools/sh").toString(), "rems", "jdk")
                .directory(folder.toFile())
                .redirectErrorStream(true);
        var variables = new HashMap<>(Map.of("PATH", "{}/tools", "HOME", "{}/home", "REMS_JDK_FOLDERS", "{}/jvm"));
        variables.putAll(environment);
        builder.environment().clear();
        variables.forEach((name, value) -> builder.environment().put(name, value.replace("{}", folder.toString())));
        var process = builder.start();
        process.getOutputStream().close();
        var output = new String(process.getInputStream().readAllBytes()).strip();
        process.waitFor(30, TimeUnit.SECONDS);
        return new Result(process.exitValue(), output);
    }
}
