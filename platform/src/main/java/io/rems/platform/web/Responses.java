package io.rems.platform.web;

import io.rems.platform.Versioned;
import java.net.URI;
import java.util.function.Function;
import org.springframework.http.ResponseEntity;

/** Answers that carry the version of what they show, so that the client can change it. */
public final class Responses {

    private Responses() {}

    public static <V> ResponseEntity<V> withVersion(long version, V view) {
        return ResponseEntity.ok().eTag(tag(version)).body(view);
    }

    public static <T, V> ResponseEntity<V> withVersion(Versioned<T> stored, Function<T, V> view) {
        return withVersion(stored.version(), view.apply(stored.value()));
    }

    /** 201 that says where the new resource is. */
    public static <V> ResponseEntity<V> created(URI path, long version, V view) {
        return ResponseEntity.created(path).eTag(tag(version)).body(view);
    }

    public static <V> ResponseEntity<V> created(String path, long version, V view) {
        return created(URI.create(path), version, view);
    }

    private static String tag(long version) {
        return "\"" + version + "\"";
    }
}
