package io.rems.gateway.health;

import io.micrometer.core.instrument.MeterRegistry;
import io.rems.gateway.access.PlatformAdministrators;
import io.rems.gateway.routing.RouteTable;
import io.rems.platform.access.PlatformAdministratorOnly;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The one address of the API that the gateway answers itself: it alone sees all services. */
@RestController
class HealthController {
    private final PlatformAdministrators administrators;
    private final RouteTable routes;
    private final ServiceProbe probe;
    private final MeterRegistry meters;
    private final Clock clock;

    HealthController(
            PlatformAdministrators administrators,
            RouteTable routes,
            ServiceProbe probe,
            MeterRegistry meters,
            Clock clock) {
        this.administrators = administrators;
        this.routes = routes;
        this.probe = probe;
        this.meters = meters;
        this.clock = clock;
    }

    @GetMapping("/api/v1/platform/health")
    @PlatformAdministratorOnly
    @Operation(
            summary = "Read the health of all services",
            description = "Asks each of them now, for two seconds at most; it answers 200 also where not all is well.")
    Mono<PlatformHealth> health(ServerWebExchange exchange) {
        return administrators
                .require(exchange)
                .thenMany(Flux.fromIterable(routes.services().entrySet()))
                .flatMap(service ->
                        probe.health(service.getKey(), service.getValue().uri()))
                .collectSortedList(Comparator.comparing(ServiceHealth::service))
                .map(this::of);
    }

    private PlatformHealth of(List<ServiceHealth> services) {
        boolean heard = meters.get("rems.gateway.events.arrive").gauge().value() == 1;
        boolean well = heard && services.stream().allMatch(ServiceHealth::isWell);
        return new PlatformHealth(well, heard, clock.instant(), services);
    }
}
