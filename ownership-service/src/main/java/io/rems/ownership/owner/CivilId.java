package io.rems.ownership.owner;

import java.time.DateTimeException;
import java.time.LocalDate;

/**
 * The twelve digits of a Kuwaiti civil ID: century, day of birth, serial number and a check digit, which is eleven less
 * the weighted sum of the others modulo eleven.
 */
final class CivilId {

    private static final int[] WEIGHTS = {2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};

    private CivilId() {}

    static boolean isValid(String number) {
        return number.matches("[123]\\d{11}") && isDay(number) && checkDigit(number) == digit(number, 11);
    }

    private static int checkDigit(String number) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * digit(number, i);
        }
        return 11 - sum % 11;
    }

    private static boolean isDay(String number) {
        int century = 1700 + 100 * digit(number, 0);
        try {
            LocalDate.of(century + two(number, 1), two(number, 3), two(number, 5));
            return true;
        } catch (DateTimeException noSuchDay) {
            return false;
        }
    }

    private static int two(String number, int from) {
        return Integer.parseInt(number.substring(from, from + 2));
    }

    private static int digit(String number, int at) {
        return number.charAt(at) - '0';
    }
}
