package io.rems.ownership.property;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How the numbers of many units are made: text with placeholders. {@code {floor}} is the floor as it is, {@code {ff}} with
 * two digits at least; {@code {n}}, {@code {nn}} and {@code {nnn}} count the units of a floor with so many digits at
 * least; {@code {letter}} and {@code {Letter}} count them as a, b ... z, aa or A, B ... Z, AA.
 */
record UnitPattern(String text) {

    static final int LONGEST_NUMBER = 40;

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)}");
    private static final Map<String, BiFunction<Integer, Integer, String>> KNOWN = Map.of(
            "floor", (floor, _) -> String.valueOf(floor),
            "ff", (floor, _) -> (floor < 0 ? "-" : "") + digits(2, Math.abs(floor)),
            "n", (_, n) -> String.valueOf(n),
            "nn", (_, n) -> digits(2, n),
            "nnn", (_, n) -> digits(3, n),
            "letter", (_, n) -> letters(n, 'a'),
            "Letter", (_, n) -> letters(n, 'A'));

    UnitPattern {
        var rest = PLACEHOLDER.matcher(text).replaceAll(found -> {
            if (!KNOWN.containsKey(found.group(1))) {
                throw new IllegalArgumentException("{%s} is none of {floor}, {ff}, {n}, {nn}, {nnn}, {letter}, {Letter}"
                        .formatted(found.group(1)));
            }
            return "";
        });
        if (rest.contains("{") || rest.contains("}")) {
            throw new IllegalArgumentException("A brace stands alone: write placeholders like {floor}{nn}");
        }
    }

    /** The numbers of all floors, in order; throws where two would be the same, or one is too long. */
    List<String> numbers(int lowest, int highest, int firstOfFloor, int unitsPerFloor) {
        var numbers = new ArrayList<String>();
        var seen = new HashSet<String>();
        for (int floor = lowest; floor <= highest; floor++) {
            for (int n = firstOfFloor; n < firstOfFloor + unitsPerFloor; n++) {
                var number = number(floor, n);
                if (number.isBlank() || number.length() > LONGEST_NUMBER) {
                    throw new IllegalArgumentException(
                            "A number has 1 to " + LONGEST_NUMBER + " characters; this gives \"" + number + "\"");
                }
                if (!seen.add(number)) {
                    throw new IllegalArgumentException(
                            "This gives \"%s\" twice: name the floor and the unit, apart or with a fixed number of digits"
                                    .formatted(number));
                }
                numbers.add(number);
            }
        }
        return numbers;
    }

    private String number(int floor, int n) {
        return PLACEHOLDER
                .matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(made(found.group(1), floor, n)))
                .strip();
    }

    private static String made(String placeholder, int floor, int n) {
        return KNOWN.getOrDefault(placeholder, (_, _) -> "").apply(floor, n);
    }

    private static String digits(int least, int number) {
        return String.format("%0" + least + "d", number);
    }

    private static String letters(int n, char first) {
        var letters = new StringBuilder();
        for (int rest = n; rest > 0; rest = (rest - 1) / 26) {
            letters.insert(0, (char) (first + (rest - 1) % 26));
        }
        return letters.toString();
    }
}
