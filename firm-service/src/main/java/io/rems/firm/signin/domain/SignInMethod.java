package io.rems.firm.signin.domain;

/** How somebody proved who he is. */
public enum SignInMethod {
    PASSWORD,
    PASSWORD_AND_TOTP,
    PROVIDER
}
