package io.rems.firm.secondfactor;

import io.rems.platform.events.PublishedEvent;
import java.util.UUID;

/** The public form of a second factor that is in use from now on. */
@PublishedEvent(
        type = "rems.firm.SecondFactorEnrolled.v1",
        subject = "user",
        description = "A user signs in with a second factor from now on.")
record SecondFactorEnrolled(UUID userId) {}
