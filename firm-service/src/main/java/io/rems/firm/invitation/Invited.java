package io.rems.firm.invitation;

import io.rems.firm.assignment.domain.Assignment;
import io.rems.firm.user.PortalUser;
import java.util.Optional;

/** Who was invited, and what he is in the firm that he was invited to. */
public record Invited(PortalUser user, Optional<Assignment> assignment) {}
