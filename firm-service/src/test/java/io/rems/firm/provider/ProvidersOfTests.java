package io.rems.firm.provider;

import org.springframework.stereotype.Component;
import org.springframework.test.context.DynamicPropertyRegistrar;
import org.springframework.test.context.DynamicPropertyRegistry;

/** The providers that firm-service knows in its tests. */
@Component
class ProvidersOfTests implements DynamicPropertyRegistrar {
    @Override
    public void accept(DynamicPropertyRegistry properties) {
        properties.add("rems.providers[0].id", () -> "corporate");
        properties.add("rems.providers[0].name", () -> "The company's own");
        properties.add("rems.providers[0].issuer", RealProvider::issuer);
        properties.add("rems.providers[0].client-id", () -> RealProvider.CLIENT);
        properties.add("rems.providers[0].second-factors", () -> "mfa,otp");
        properties.add("rems.providers[1].id", () -> "gone");
        properties.add("rems.providers[1].issuer", () -> "http://localhost:1");
        properties.add("rems.providers[1].client-id", () -> RealProvider.CLIENT);
    }
}
