package io.rems.firm.settings;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How the text of a setting is read; what it accepts is said in words, and as bounds from which a settings page makes
 * its fields.
 *
 * @param list whether the value is several, separated by commas
 * @param read throws {@link IllegalArgumentException} for a value that is malformed or out of range
 */
record SettingType<T>(Kind kind, boolean list, Bounds bounds, String accepts, Function<String, T> read) {
    private static final int LONGEST_LIST = 10;

    private static final Pattern COUNT = Pattern.compile("\\d{1,9}");
    private static final Pattern AMOUNT = Pattern.compile("\\d{1,12}(\\.\\d{1,3})?");
    private static final Pattern PERCENT = Pattern.compile("\\d{1,3}(\\.\\d{1,4})?");

    /** What a value is, whatever its bounds. */
    enum Kind {
        /** A decimal number in the firm's currency. */
        AMOUNT,
        /** A decimal number of hundredths. */
        PERCENT,
        /** A whole number. */
        COUNT,
        FLAG,
        /** An ISO 8601 duration. */
        DURATION,
        /** One of the options. */
        CHOICE
    }

    /**
     * What a settings page needs to know beside the kind.
     *
     * @param unit what a number counts, {@code currency}, {@code percent}, {@code days}, {@code attempts}, or how it is written
     * @param least the smallest value, as it would be written
     * @param most the largest
     * @param options all values there are, if they are few
     */
    record Bounds(
            @Nullable String unit,
            @Nullable String least,
            @Nullable String most,
            List<String> options) {

        private static Bounds range(@Nullable String unit, Object least, Object most) {
            return new Bounds(unit, least.toString(), most.toString(), List.of());
        }

        private static Bounds oneOf(List<String> options) {
            return new Bounds(null, null, null, options);
        }
    }

    static SettingType<BigDecimal> amount() {
        var bounds = Bounds.range("currency", "0", "999999999999.999");
        return single(
                Kind.AMOUNT,
                bounds,
                "an amount in the firm's currency from 0 to 999999999999.999, such as 1000.000",
                text -> {
                    require(AMOUNT.matcher(text).matches());
                    return new BigDecimal(text);
                });
    }

    static SettingType<BigDecimal> percent() {
        var bounds = Bounds.range("percent", 0, 100);
        return single(Kind.PERCENT, bounds, "a percentage from 0 to 100", text -> {
            require(PERCENT.matcher(text).matches());
            var percent = new BigDecimal(text);
            require(percent.compareTo(BigDecimal.valueOf(100)) <= 0);
            return percent;
        });
    }

    static SettingType<Integer> days(int least, int most) {
        return count("days", least, most);
    }

    static SettingType<Integer> count(String unit, int least, int most) {
        var accepts = "a whole number of " + unit + " from " + least + " to " + most;
        return single(Kind.COUNT, Bounds.range(unit, least, most), accepts, text -> {
            require(COUNT.matcher(text).matches());
            var count = Integer.valueOf(text);
            require(count >= least && count <= most);
            return count;
        });
    }

    static SettingType<Boolean> flag() {
        return single(Kind.FLAG, Bounds.oneOf(List.of("true", "false")), "true or false", text -> {
            require(text.equals("true") || text.equals("false"));
            return Boolean.valueOf(text);
        });
    }

    static SettingType<Duration> duration(Duration least, Duration most) {
        var accepts = "an ISO 8601 duration from " + least + " to " + most + ", such as PT72H or P3D";
        return single(Kind.DURATION, Bounds.range("ISO 8601 duration", least, most), accepts, text -> {
            require(text.length() < 40);
            var duration = Duration.parse(text);
            require(duration.compareTo(least) >= 0 && duration.compareTo(most) <= 0);
            return duration;
        });
    }

    static SettingType<String> choice(String... options) {
        var allowed = List.of(options);
        return single(Kind.CHOICE, Bounds.oneOf(allowed), "one of " + String.join(", ", allowed), text -> {
            require(allowed.contains(text));
            return text;
        });
    }

    /** Up to ten values, separated by commas; each once. */
    static <T> SettingType<List<T>> listOf(SettingType<T> element) {
        var accepts = "up to ten, separated by commas: " + element.accepts;
        return new SettingType<>(element.kind, true, element.bounds, accepts, text -> {
            var values = Arrays.stream(text.split(",", -1))
                    .map(String::strip)
                    .map(element.read)
                    .toList();
            require(values.size() <= LONGEST_LIST && values.stream().distinct().count() == values.size());
            return values;
        });
    }

    /** The same, or none at all. */
    static <T> SettingType<List<T>> listOrNone(SettingType<T> element) {
        var some = listOf(element);
        return new SettingType<>(
                some.kind, true, some.bounds, some.accepts, text -> text.isEmpty() ? List.of() : some.read.apply(text));
    }

    private static <T> SettingType<T> single(Kind kind, Bounds bounds, String accepts, Function<String, T> read) {
        return new SettingType<>(kind, false, bounds, accepts, read);
    }

    private static void require(boolean rule) {
        if (!rule) {
            throw new IllegalArgumentException("Not accepted");
        }
    }
}
