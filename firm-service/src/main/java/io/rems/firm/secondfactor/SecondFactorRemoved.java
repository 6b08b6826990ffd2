package io.rems.firm.secondfactor;

import io.rems.platform.events.PublishedEvent;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The public form of a second factor that is gone; the reason is the operator's, the user himself needs none. */
@PublishedEvent(
        type = "rems.firm.SecondFactorRemoved.v1",
        subject = "user",
        description = "A user, or the operator for him, has removed his second factor.")
record SecondFactorRemoved(
        UUID userId, boolean byOperator, @Nullable String reason) {}
