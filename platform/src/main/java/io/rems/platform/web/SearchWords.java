package io.rems.platform.web;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The words of what is looked for, as {@code rems_words} in the database takes them from what is there: without letter
 * case and marks, Arabic letters that people write in different ways as one.
 */
final class SearchWords {
    private static final Pattern MARKS = Pattern.compile("[\\u0300-\\u036f\\u0640\\u064b-\\u065f\\u0670]");
    private static final Pattern SEPARATORS = Pattern.compile(
            "[\\u0000-\\u002f\\u003a-\\u0040\\u005b-\\u0060\\u007b-\\u00bf\\u00d7\\u00f7\\u060c\\u061b\\u061f\\u066a-\\u066d\\u06d4\\u2000-\\u206f\\u3000-\\u303f]+");
    private static final int LONGEST = 64;

    private SearchWords() {}

    /** Each once; of "mona" and "monaco" the longer one only, for it begins with the other. */
    static List<String> of(String text) {
        var words = SEPARATORS
                .splitAsStream(folded(text))
                .filter(word -> !word.isEmpty())
                .map(SearchWords::cut)
                .distinct()
                .toList();
        return words.stream()
                .filter(word -> words.stream().noneMatch(other -> !other.equals(word) && other.startsWith(word)))
                .toList();
    }

    private static String folded(String text) {
        return MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT)
                .replace('ى', 'ي')
                .replace('ة', 'ه')
                .replace('ς', 'σ');
    }

    private static String cut(String word) {
        return word.codePointCount(0, word.length()) <= LONGEST
                ? word
                : word.substring(0, word.offsetByCodePoints(0, LONGEST));
    }
}
