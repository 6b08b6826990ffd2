package io.rems.reporting.approvals;

import io.rems.platform.Share;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who is asked, as events name him.
 *
 * @param ownerId absent for the administrators, who vote for the firm's part
 */
public record Voter(
        String type, @Nullable UUID ownerId, @Nullable Share share) {}
