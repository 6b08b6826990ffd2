package io.rems.platform.access;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The keys that an application is given: the one to sign with, the one that will follow, and the one it signed with
 * before.
 */
record GivenKeys(
        SigningKey current,
        @Nullable SigningKey next,
        @Nullable SigningKey previous) {

    GivenKeys {
        var names = Stream.of(current, next, previous)
                .flatMap(Stream::ofNullable)
                .map(SigningKey::id)
                .toList();
        if (names.stream().distinct().count() != names.size()) {
            throw new IllegalArgumentException("Two signing keys have the same name (kid)");
        }
    }

    static GivenKeys only(SigningKey key) {
        return new GivenKeys(key, null, null);
    }

    /** A file is the one key there is; a folder, such as a mounted secret, holds each under its name. */
    static GivenKeys readFrom(Path place) {
        if (!Files.isDirectory(place)) {
            return only(SigningKey.readFrom(place));
        }
        return new GivenKeys(
                SigningKey.readFrom(place.resolve("current.json")), in(place, "next.json"), in(place, "previous.json"));
    }

    List<SigningKey> all() {
        return Stream.of(current, next, previous).flatMap(Stream::ofNullable).toList();
    }

    boolean contain(SigningKey key) {
        return all().stream().anyMatch(one -> one.publicKey().equals(key.publicKey()));
    }

    private static @Nullable SigningKey in(Path folder, String name) {
        Path file = folder.resolve(name);
        return Files.exists(file) ? SigningKey.readFrom(file) : null;
    }
}
