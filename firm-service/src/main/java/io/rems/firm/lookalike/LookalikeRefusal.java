package io.rems.firm.lookalike;

import io.rems.platform.Refusal;

/** Says the same of a text that mixes scripts and of one that resembles another's: which it was is not told. */
public enum LookalikeRefusal implements Refusal {
    EMAIL("People could take this e-mail for another one. Use an address in letters of one script."),
    FIRM_NAME("People could take this name for that of another firm. Choose one that looks different.");

    private final String detail;

    LookalikeRefusal(String detail) {
        this.detail = detail;
    }

    @Override
    public String code() {
        return "LOOKALIKE";
    }

    @Override
    public String detail() {
        return detail;
    }
}
