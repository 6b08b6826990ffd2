package io.rems.local.imports;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The kinds of columns that legacy tables have. Each refuses what the API would refuse, so that a dry run shows it. */
final class Values {

    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,15}(\\.\\d{1,10})?");
    private static final Pattern MAIL = Pattern.compile("[^\\s@]+@[^\\s@]+\\.[^\\s@.]+");
    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);
    private static final int PERCENT_DECIMALS = 6;

    private Values() {}

    static Value constant(Object value) {
        return Value.of(List.of(), _ -> value);
    }

    static Value text(String column, int longest) {
        return read(column, text -> {
            if (text.length() > longest) {
                throw new IllegalArgumentException("has %d characters, %d at most".formatted(text.length(), longest));
            }
            return text;
        });
    }

    static Value email(String column) {
        return read(column, text -> {
            if (text.length() > 254 || !MAIL.matcher(text).matches()) {
                throw new IllegalArgumentException("\"" + text + "\" is not an e-mail address");
            }
            return text;
        });
    }

    static Value language(String column) {
        return read(column, text -> {
            var language = text.toLowerCase(Locale.ROOT);
            if (!language.matches("[a-z]{2}")) {
                throw new IllegalArgumentException(
                        "\"" + text + "\" is not a language of two letters, such as en or ar");
            }
            return language;
        });
    }

    /** A legacy word and what it is called here. */
    static Value choice(String column, Map<String, ?> choices) {
        return read(column, text -> {
            var chosen = choices.get(text.toLowerCase(Locale.ROOT));
            if (chosen == null) {
                throw new IllegalArgumentException(
                        "\"" + text + "\" is none of " + String.join(", ", new TreeSet<>(choices.keySet())));
            }
            return chosen;
        });
    }

    static Value flag(String column) {
        return choice(column, Map.of("t", true, "true", true, "f", false, "false", false));
    }

    static Value count(String column, int most) {
        return read(column, text -> {
            if (!text.matches("\\d{1,9}") || Integer.parseInt(text) > most) {
                throw new IllegalArgumentException("\"" + text + "\" is not a whole number from 0 to " + most);
            }
            return Integer.valueOf(text);
        });
    }

    /** An area in square metres. */
    static Value area(String column) {
        return read(column, text -> {
            var area = number(text);
            if (area.signum() <= 0) {
                throw new IllegalArgumentException("\"" + text + "\" is not more than nothing");
            }
            return withDecimals(area, 2);
        });
    }

    static Value date(String column) {
        return read(column, Values::day);
    }

    /** The first day on which something no longer holds, where the column has the last on which it does. */
    static Value dayAfter(String column) {
        return read(column, text -> day(text).plusDays(1));
    }

    /** From nothing to all of it. */
    static Value percent(String column) {
        return read(column, Values::percentage);
    }

    /** A part of a property, as the API writes it. */
    static Value share(String column) {
        return read(column, text -> {
            var percentage = percentage(text);
            if (percentage.signum() == 0) {
                throw new IllegalArgumentException("a share is more than nothing");
            }
            return percentage.toPlainString() + "%";
        });
    }

    /** An amount in the firm's currency. */
    static Value money(String column) {
        return Value.of(List.of(column), row -> money(row, column, row.firm().currency()));
    }

    /** An amount in the currency that another column names. */
    static Value money(String column, String currencyColumn) {
        return Value.of(List.of(column, currencyColumn), row -> {
            var code = row.cell(currencyColumn);
            return money(row, column, code == null ? row.firm().currency() : currency(currencyColumn, code));
        });
    }

    /** Nothing where the amount is zero. */
    static Value unlessZero(Value money) {
        return Value.of(
                money.columns(),
                row -> money.of(row) instanceof Money amount && amount.value().signum() != 0 ? amount : null);
    }

    /** The identifier of the row of another table that the column names. */
    static Value reference(String column, String table) {
        return Value.of(List.of(column), row -> {
            var key = row.cell(column);
            return key == null ? null : row.reference(column, table, key).id();
        });
    }

    static Value list(Value one) {
        return Value.of(one.columns(), row -> {
            var value = one.of(row);
            return value == null ? null : List.of(value);
        });
    }

    /** What the columns say, one after the other. */
    static Value joined(String separator, String... columns) {
        return Value.of(List.of(columns), row -> {
            var said = Arrays.stream(columns)
                    .map(row::cell)
                    .filter(Objects::nonNull)
                    .collect(Collectors.joining(separator));
            return said.isEmpty() ? null : said;
        });
    }

    private static Value read(String column, Function<String, Object> reading) {
        return Value.of(List.of(column), row -> {
            var text = row.cell(column);
            return text == null ? null : checked(column, () -> reading.apply(text));
        });
    }

    private static Object checked(String column, Supplier<Object> reading) {
        try {
            return reading.get();
        } catch (IllegalArgumentException e) {
            throw new BadCell(column, String.valueOf(e.getMessage()));
        }
    }

    private static @Nullable Money money(Row row, String column, Currency currency) {
        var text = row.cell(column);
        return text == null
                ? null
                : (Money) checked(column, () -> {
                    var amount = number(text);
                    if (amount.signum() < 0) {
                        throw new IllegalArgumentException("\"" + text + "\" is less than nothing");
                    }
                    return new Money(withDecimals(amount, currency.getDefaultFractionDigits()), currency);
                });
    }

    private static Currency currency(String column, String code) {
        return (Currency) checked(column, () -> {
            try {
                return Currency.getInstance(code);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("\"" + code + "\" is not a currency", e);
            }
        });
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("\"" + text + "\" is not a date; write it as 2026-11-30", e);
        }
    }

    private static BigDecimal percentage(String text) {
        var percentage = number(text);
        if (percentage.signum() < 0 || percentage.compareTo(WHOLE) > 0) {
            throw new IllegalArgumentException("\"" + text + "\" is not a percentage from 0 to 100");
        }
        return withDecimals(percentage, PERCENT_DECIMALS);
    }

    private static BigDecimal number(String text) {
        if (!NUMBER.matcher(text).matches()) {
            throw new IllegalArgumentException("\"" + text + "\" is not a number; write it as 1234.56");
        }
        return new BigDecimal(text);
    }

    private static BigDecimal withDecimals(BigDecimal number, int most) {
        if (number.stripTrailingZeros().scale() > most) {
            throw new IllegalArgumentException("\"%s\" has more than %d decimals".formatted(number, most));
        }
        return number.scale() > most ? number.setScale(most) : number;
    }
}
