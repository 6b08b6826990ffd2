package io.rems.ownership.owner;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What is left of a name without accents, vowel signs, capitals, punctuation and the order of its words. */
final class NameKey {

    private NameKey() {}

    static String of(String name) {
        var plain = Normalizer.normalize(name, Normalizer.Form.NFKD)
                .replaceAll("[\\p{M}\\u0640]", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\\u0622\\u0623\\u0625\\u0671]", "\u0627")
                .replace('\u0649', '\u064a')
                .replace('\u0629', '\u0647')
                .replaceAll("[^\\p{L}\\p{N}]+", " ");
        return Arrays.stream(plain.strip().split(" ")).sorted().collect(Collectors.joining(" "));
    }
}
