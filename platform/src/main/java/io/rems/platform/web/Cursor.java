package io.rems.platform.web;

import io.rems.platform.problem.InvalidRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a page ended: the order it was in and the last row's values of that order. It opens nothing that the caller could
 * not read anyway, for it only adds conditions to his own list; it is checked so that a mistake is told, not guessed at.
 */
record Cursor(String order, List<@Nullable String> keys) {

    private static final char SEPARATOR = '\u001f';
    private static final String VALUE = "=";

    String written() {
        var text = new StringBuilder(order);
        keys.forEach(key -> text.append(SEPARATOR).append(key == null ? "" : VALUE + escaped(key)));
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    static Cursor read(String written, String order, int size) {
        var parts = decoded(written).split(String.valueOf(SEPARATOR), -1);
        if (!parts[0].equals(order) || parts.length != size + 1) {
            throw malformed();
        }
        var keys = new ArrayList<@Nullable String>();
        for (int i = 1; i < parts.length; i++) {
            keys.add(parts[i].startsWith(VALUE) ? unescaped(parts[i].substring(1)) : null);
        }
        return new Cursor(order, keys);
    }

    static InvalidRequest malformed() {
        return new InvalidRequest("cursor", "MALFORMED", "is not the next of this list in this order");
    }

    private static String decoded(String written) {
        try {
            return new String(Base64.getUrlDecoder().decode(written), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw malformed();
        }
    }

    private static String escaped(String key) {
        return key.replace("\\", "\\\\").replace(String.valueOf(SEPARATOR), "\\u");
    }

    private static String unescaped(String text) {
        var key = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            key.append(c != '\\' || i + 1 == text.length() ? c : text.charAt(++i) == 'u' ? SEPARATOR : text.charAt(i));
        }
        return key.toString();
    }
}
