package io.rems.platform.access;

import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Serves the public half of this application's signing key to those who verify its tokens. */
@RestController
final class JwksEndpoint {
    private final SigningKey key;

    JwksEndpoint(SigningKey key) {
        this.key = key;
    }

    @GetMapping("/.well-known/jwks.json")
    @PublicEndpoint
    Map<String, Object> keys() {
        return key.publicKeys().toJSONObject();
    }
}
