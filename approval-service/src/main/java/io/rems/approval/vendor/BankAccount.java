package io.rems.approval.vendor;

import java.util.Locale;
import org.iban4j.IbanUtil;
import org.jspecify.annotations.Nullable;

/**
 * Where a vendor is paid; the IBAN is checked by the length and form of its country and by its check digits (ISO 13616).
 */
record BankAccount(String iban, @Nullable String bank) {

    /** Country and check digits in front, as many digits at the end. */
    private static final int SHOWN = 4;

    BankAccount {
        iban = iban.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
        if (!IbanUtil.isValid(iban)) {
            throw new IllegalArgumentException("Not an IBAN: a character is missing, too many or mistyped");
        }
    }

    /** As those see it who pay nobody: enough to tell two apart. */
    String masked() {
        var end = iban.length() - SHOWN;
        return iban.substring(0, SHOWN) + "*".repeat(end - SHOWN) + iban.substring(end);
    }

    /** Never shows the number: log lines must not tell it. */
    @Override
    public String toString() {
        return "BankAccount[" + bank + "]";
    }
}
