package io.rems.local;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.regex.Pattern;

/** Behaves towards the launcher as a Spring Boot application does, and starts in no time. */
final class FakeApp {

    private FakeApp() {}

    public static void main(String[] arguments) throws IOException {
        if (System.getProperty("jarmode") != null) {
            var jar = Path.of(System.getProperty("java.class.path"));
            var target = Files.createDirectories(Path.of(arguments[2]));
            Files.copy(jar, target.resolve(jar.getFileName()));
            return;
        }
        var settings = System.getenv("SPRING_APPLICATION_JSON");
        System.out.println("Starting");
        if (settings.contains("\"fail\"")
                || settings.contains("\"fail when recorded\"") && settings.contains("/preparation/")) {
            new IllegalStateException("Schema \"x\" is broken", frames(30)).printStackTrace();
            System.exit(3);
        }
        var port = Pattern.compile("\"server.port\":\"(\\d+)\"").matcher(settings);
        port.find();
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(port.group(1)));
        var server = HttpServer.create(address, 0);
        server.createContext("/actuator/health/readiness", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
    }

    /** With more frames than a message has room for. */
    private static Exception frames(int deeper) {
        return deeper == 0 ? new Exception("A key is missing") : frames(deeper - 1);
    }

    /** Puts it where the build would put the application; every build has a content of its own. */
    static void build(Path root, App app) throws IOException {
        var target = Files.createDirectories(root.resolve(app.folder()).resolve("target"));
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, FakeApp.class.getName());
        var file = Files.newOutputStream(target.resolve(app.artifact() + "-1-app.jar"));
        try (var jar = new JarOutputStream(file, manifest)) {
            jar.putNextEntry(new JarEntry("build"));
            jar.write(Long.toString(System.nanoTime()).getBytes(StandardCharsets.UTF_8));
            for (var type : List.of(FakeApp.class)) {
                var name = type.getName().replace('.', '/') + ".class";
                jar.putNextEntry(new JarEntry(name));
                try (var bytes = type.getResourceAsStream("/" + name)) {
                    bytes.transferTo(jar);
                }
            }
        }
    }
}
