package io.rems.ownership.ownership.domain;

import io.rems.platform.Share;
import java.util.List;

/** Days on which more than the whole would be held, and by whom. */
public record Excess(Validity days, Share total, List<OwnershipPeriod> periods) {

    public Share by() {
        return total.minus(Share.WHOLE);
    }
}
