package io.rems.ownership.owner;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The document that says who somebody is; throws {@link IllegalArgumentException} where it cannot.
 *
 * @param number in capitals, without blanks
 * @param country that issued it: two letters of ISO 3166
 */
record Identity(
        Type type, String number, String country, @Nullable LocalDate expiresOn) {

    /** The kinds of documents. */
    enum Type {
        CIVIL_ID,
        PASSPORT,
        COMMERCIAL_REGISTRATION,
        OTHER
    }

    private static final Set<String> COUNTRIES =
            Arrays.stream(Locale.getISOCountries()).collect(Collectors.toUnmodifiableSet());

    Identity {
        number = number.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
        country = country.toUpperCase(Locale.ROOT);
        if (!COUNTRIES.contains(country)) {
            throw new IllegalArgumentException("The country is not one of ISO 3166: give two letters, such as KW");
        }
        if (type == Type.CIVIL_ID && country.equals("KW") && !CivilId.isValid(number)) {
            throw new IllegalArgumentException(
                    "Not a Kuwaiti civil ID: twelve digits, with the day of birth and a check digit that fits");
        }
        if (!number.matches("[\\p{L}\\p{N}/.-]{3,40}")) {
            throw new IllegalArgumentException("The number has 3 to 40 letters and digits");
        }
    }

    /** The same for the same document, however it was written. */
    String key() {
        return type + "/" + country + "/" + number.replaceAll("[^\\p{L}\\p{N}]", "");
    }

    /** Never shows the number: records of log lines must not tell it. */
    @Override
    public String toString() {
        return "Identity[" + type + " of " + country + "]";
    }
}
