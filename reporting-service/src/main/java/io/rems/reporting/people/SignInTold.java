package io.rems.reporting.people;

import java.util.UUID;

/** What is used of {@code rems.firm.UserSignedIn.v1} and {@code SignInFailed.v1}. */
public record SignInTold(UUID userId) {}
