package io.rems.firm.settings;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * How the text of a setting is read; what it accepts is said in words for the settings page.
 *
 * @param read throws {@link IllegalArgumentException} for a value that is malformed or out of range
 */
record SettingType<T>(String name, String accepts, Function<String, T> read) {
    private static final Pattern AMOUNT = Pattern.compile("\\d{1,12}(\\.\\d{1,3})?");
    private static final Pattern PERCENT = Pattern.compile("\\d{1,3}(\\.\\d{1,4})?");

    static SettingType<BigDecimal> amount() {
        return new SettingType<>("AMOUNT", "an amount in the firm's currency, such as 1000.000", text -> {
            require(AMOUNT.matcher(text).matches());
            return new BigDecimal(text);
        });
    }

    static SettingType<BigDecimal> percent() {
        return new SettingType<>("PERCENT", "a percentage from 0 to 100", text -> {
            require(PERCENT.matcher(text).matches());
            var percent = new BigDecimal(text);
            require(percent.compareTo(BigDecimal.valueOf(100)) <= 0);
            return percent;
        });
    }

    static SettingType<Integer> count(int least, int most) {
        return new SettingType<>("COUNT", "a whole number from " + least + " to " + most, text -> {
            var count = Integer.valueOf(text);
            require(count >= least && count <= most);
            return count;
        });
    }

    static SettingType<Boolean> flag() {
        return new SettingType<>("FLAG", "true or false", text -> {
            require(text.equals("true") || text.equals("false"));
            return Boolean.valueOf(text);
        });
    }

    static SettingType<Duration> duration(Duration least, Duration most) {
        return new SettingType<>(
                "DURATION", "an ISO 8601 duration from " + least + " to " + most + ", such as PT72H or P3D", text -> {
                    require(text.length() < 40);
                    var duration = Duration.parse(text);
                    require(duration.compareTo(least) >= 0 && duration.compareTo(most) <= 0);
                    return duration;
                });
    }

    static SettingType<String> choice(String... options) {
        var allowed = List.of(options);
        return new SettingType<>("CHOICE", "one of " + String.join(", ", allowed), text -> {
            require(allowed.contains(text));
            return text;
        });
    }

    /** Up to ten values, separated by commas; each once. */
    static <T> SettingType<List<T>> listOf(SettingType<T> element) {
        return new SettingType<>(element.name + "_LIST", "up to ten, separated by commas: " + element.accepts, text -> {
            var values = Arrays.stream(text.split(",", -1))
                    .map(String::strip)
                    .map(element.read)
                    .toList();
            require(values.size() <= 10 && values.stream().distinct().count() == values.size());
            return values;
        });
    }

    private static void require(boolean rule) {
        if (!rule) {
            throw new IllegalArgumentException("Not accepted");
        }
    }
}
