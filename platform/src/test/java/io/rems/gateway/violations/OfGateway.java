package io.rems.gateway.violations;

/** What another service must not know. */
public record OfGateway(String name) {}
