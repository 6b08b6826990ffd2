package io.rems.firm.provider.domain;

/**
 * Whom a provider has signed in, as its verified ID token says.
 *
 * @param subject the provider's name for him, which stays his whatever his e-mail becomes
 * @param email that the provider vouches for
 * @param twoFactors whether the provider asked for more than one
 */
public record Identity(String issuer, String subject, String email, String nonce, boolean twoFactors) {}
