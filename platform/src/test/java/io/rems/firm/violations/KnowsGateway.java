package io.rems.firm.violations;

import io.rems.gateway.violations.OfGateway;

/** Breaks: services do not know each other. */
public record KnowsGateway(OfGateway other) {}
