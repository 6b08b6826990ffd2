package io.rems.platform.access;

import com.nimbusds.jwt.JWTClaimsSet;

/** Signs tokens in this application's name; which key that takes is not the caller's business. */
public interface TokenSigner {

    /** The signed token in its compact form. */
    String sign(JWTClaimsSet claims);
}
