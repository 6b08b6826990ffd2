package io.rems.platform.access;

/** The names that tokens carry as issuer and audience; they differ between environments, so that no token crosses over. */
public record Issuers(String environment) {
    public String of(String service) {
        return "rems:" + environment + ":" + service;
    }

    /** Audience of context tokens, which applications of REMS show each other. */
    public String contextAudience() {
        return "rems:" + environment + ":context";
    }

    /** Audience of access tokens, which users show to the gateway. */
    public String accessAudience() {
        return "rems:" + environment + ":access";
    }

    /** Audience of client tokens, in which the gateway says where a call came from. */
    public String clientAudience() {
        return "rems:" + environment + ":client";
    }
}
