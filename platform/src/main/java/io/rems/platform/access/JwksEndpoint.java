package io.rems.platform.access;

import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Serves the public halves of this application's signing keys to those who verify its tokens. */
@RestController
final class JwksEndpoint {
    private final KeyRing keys;

    JwksEndpoint(KeyRing keys) {
        this.keys = keys;
    }

    @GetMapping("/.well-known/jwks.json")
    @PublicEndpoint
    Map<String, Object> keys() {
        return keys.publicKeys().toJSONObject();
    }
}
