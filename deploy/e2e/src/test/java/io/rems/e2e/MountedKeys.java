package io.rems.e2e;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import io.rems.embedded.Folders;
import io.rems.local.App;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folder with an application's keys, changed as docs/operations.md tells an operator to. */
record MountedKeys(Path folder) {

    /** With a new key, and nothing of an earlier run. */
    static MountedKeys in(Path place, App app) {
        var keys = new MountedKeys(folder(place, app));
        Folders.delete(keys.folder);
        keys.make("current.json");
        return keys;
    }

    static Path folder(Path place, App app) {
        return place.resolve(app.shortName()).toAbsolutePath();
    }

    Path current() {
        return folder.resolve("current.json");
    }

    Path previous() {
        return folder.resolve("previous.json");
    }

    /** The first step: the next one is published. */
    void announce() {
        make("next.json");
    }

    /** The second step: it signs. */
    void exchange() {
        move("current.json", "previous.json");
        move("next.json", "current.json");
    }

    /** The third step: the old one is good for nothing any more. @return what it was */
    String remove() {
        try {
            var old = Files.readString(previous());
            Files.delete(previous());
            return old;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Puts a key back that was removed; the one that signed meanwhile stays good. */
    void putBack(String key) {
        try {
            Files.writeString(folder.resolve("next.json"), key);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        exchange();
    }

    private void make(String name) {
        try {
            Files.createDirectories(folder);
            Files.writeString(
                    folder.resolve(name),
                    new ECKeyGenerator(Curve.P_256)
                            .keyIDFromThumbprint(true)
                            .generate()
                            .toJSONString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private void move(String from, String to) {
        try {
            Files.move(folder.resolve(from), folder.resolve(to));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
