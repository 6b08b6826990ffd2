package io.rems.ownership.ownership.domain;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What goes with a period beside the share; without a fee of its own the firm's setting counts. */
public record Terms(
        Acquisition acquisition,
        boolean primaryContact,
        @Nullable BigDecimal managementFeePercent,
        @Nullable String note) {

    static final Terms UNSAID = new Terms(Acquisition.OTHER, false, null, null);

    public enum Acquisition {
        PURCHASE,
        INHERITANCE,
        GIFT,
        TRANSFER,
        FOUNDING,
        OTHER
    }
}
