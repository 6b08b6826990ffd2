package io.rems.platform.access;

import com.nimbusds.jwt.JWTClaimsSet;

/** Signs tokens in this application's name; which key that takes is not the caller's business. */
public interface TokenSigner {

    /** The name ({@code kid}) of the key that signs now: what was signed with another may soon be worth nothing. */
    String id();

    /** The signed token in its compact form. */
    String sign(JWTClaimsSet claims);
}
