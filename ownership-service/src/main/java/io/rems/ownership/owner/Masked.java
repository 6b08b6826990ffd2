package io.rems.ownership.owner;

/** Numbers as those see them who need not know them: enough to tell two apart. */
final class Masked {

    private static final int SHOWN = 4;

    private Masked() {}

    /** All but the last four characters, or all of a short one. */
    static String number(String number) {
        return number.length() <= 2 * SHOWN
                ? "*".repeat(number.length())
                : "*".repeat(number.length() - SHOWN) + number.substring(number.length() - SHOWN);
    }

    /** All but country, check digits and the last four characters. */
    static String iban(String iban) {
        return iban.substring(0, SHOWN) + number(iban.substring(SHOWN));
    }
}
