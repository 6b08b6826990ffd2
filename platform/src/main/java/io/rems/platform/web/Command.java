package io.rems.platform.web;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;

/** A request as a client named it with a key: the same key must always mean the same command. */
record Command(String actor, String key, String request, String bodyHash) {

    static Command of(String actor, String key, ServerHttpRequest request, byte[] body) {
        var uri = request.getURI();
        var target = uri.getRawQuery() == null ? uri.getRawPath() : uri.getRawPath() + "?" + uri.getRawQuery();
        return new Command(actor, key, request.getMethod() + " " + target, hash(request, body));
    }

    private static String hash(ServerHttpRequest request, byte[] body) {
        var form = MultipartForm.of(request.getHeaders().getFirst(HttpHeaders.CONTENT_TYPE), body);
        if (form == null) {
            return hash(body);
        }
        var digest = digest();
        form.into(digest);
        return HexFormat.of().formatHex(digest.digest());
    }

    static String hash(byte[] body) {
        return HexFormat.of().formatHex(digest().digest(body));
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK knows SHA-256", e);
        }
    }
}
