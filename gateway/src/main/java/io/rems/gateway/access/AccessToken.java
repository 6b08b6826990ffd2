package io.rems.gateway.access;

import java.util.UUID;

/** Whom an access token names, and the sign-in it comes from. */
record AccessToken(UUID user, UUID session) {}
