package io.rems.approval.decision.domain;

/** To whom a request goes that nobody decides. */
public enum EscalationLevel {
    /** Of the firm: they may decide it alone from then on. */
    ADMINISTRATORS(1),
    /** It looks into why the firm does not; it decides nothing. */
    PLATFORM(2);

    private final int number;

    EscalationLevel(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }
}
