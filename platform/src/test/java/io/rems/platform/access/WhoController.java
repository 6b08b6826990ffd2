package io.rems.platform.access;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Endpoints that tell who may call them in each of the ways there are. */
@RestController
public class WhoController {
    @GetMapping("/who")
    @AnyCaller
    Caller who(Caller caller) {
        return caller;
    }

    @GetMapping("/from-where")
    @PublicEndpoint
    Client fromWhere(Client client) {
        return client;
    }

    @GetMapping("/settings-only")
    @RequiresPermission(Permission.SETTING_WRITE)
    String settings() {
        return "{}";
    }

    @GetMapping("/operators")
    @PlatformAdministratorOnly
    String operators() {
        return "{}";
    }

    @GetMapping("/for-gateway")
    @ServiceOnly("gateway")
    String forGateway() {
        return "{}";
    }
}
