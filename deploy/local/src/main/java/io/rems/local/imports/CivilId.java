package io.rems.local.imports;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.stream.IntStream;

/** Kuwaiti civil IDs as ownership-service will look at them, so that a dry run tells of those that it would refuse. */
final class CivilId {

    private static final int[] WEIGHTS = {2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};

    private CivilId() {}

    /** Twelve digits: century, day of birth, serial number and the check digit. */
    static boolean isValid(String number) {
        return number.matches("[123]\\d{11}") && isDay(number.substring(0, 7)) && checks(number);
    }

    private static boolean checks(String number) {
        var sum = IntStream.range(0, WEIGHTS.length)
                .map(i -> WEIGHTS[i] * (number.charAt(i) - '0'))
                .sum();
        return 11 - sum % 11 == number.charAt(11) - '0';
    }

    /** A century (1 from 1800 on, 2 from 1900 on), then year, month and day. */
    private static boolean isDay(String digits) {
        try {
            LocalDate.of(
                    1700 + 100 * (digits.charAt(0) - '0') + Integer.parseInt(digits.substring(1, 3)),
                    Integer.parseInt(digits.substring(3, 5)),
                    Integer.parseInt(digits.substring(5, 7)));
            return true;
        } catch (DateTimeException noSuchDay) {
            return false;
        }
    }
}
