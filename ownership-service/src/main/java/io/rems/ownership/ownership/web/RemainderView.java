package io.rems.ownership.ownership.web;

import io.rems.ownership.ownership.domain.Remainder;
import io.rems.platform.Share;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Days on which as much is assigned; neighbours differ.
 *
 * @param remainder what can still be given, and is the firm's until it is
 * @param excess what is above the whole; only in what is proposed
 */
record RemainderView(@Nullable LocalDate from, @Nullable LocalDate to, Share assigned, Share remainder, Share excess) {

    static RemainderView of(Remainder remainder) {
        return new RemainderView(
                remainder.from(), remainder.to(), remainder.assigned(), remainder.left(), remainder.excess());
    }
}
