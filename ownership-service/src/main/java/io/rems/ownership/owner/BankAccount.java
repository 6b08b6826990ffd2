package io.rems.ownership.owner;

import java.util.Locale;
import org.iban4j.IbanUtil;
import org.jspecify.annotations.Nullable;

/** Where an owner is paid; the IBAN is checked by the length and form of its country and by its check digits (ISO 13616). */
record BankAccount(String iban, @Nullable String bank) {

    BankAccount {
        iban = iban.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
        if (!IbanUtil.isValid(iban)) {
            throw new IllegalArgumentException("Not an IBAN: a character is missing, too many or mistyped");
        }
    }

    /** Never shows the number: log lines must not tell it. */
    @Override
    public String toString() {
        return "BankAccount[" + bank + "]";
    }
}
