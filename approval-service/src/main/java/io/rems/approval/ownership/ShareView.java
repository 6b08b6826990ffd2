package io.rems.approval.ownership;

import io.rems.approval.ownership.domain.Share;

/** A share as the API writes it: exact, and for people. */
public record ShareView(String fraction, String percent) {

    public static ShareView of(Share share) {
        return new ShareView(share.toString(), share.percent());
    }
}
