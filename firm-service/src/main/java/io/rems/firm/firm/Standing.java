package io.rems.firm.firm;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Whether REMS serves a firm, since when, and the reason that was given for the last change. */
public record Standing(FirmStatus status, @Nullable String reason, Instant since) {}
