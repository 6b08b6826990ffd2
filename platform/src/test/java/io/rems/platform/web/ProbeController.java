package io.rems.platform.web;

import io.rems.platform.Money;
import io.rems.platform.Refusal;
import io.rems.platform.access.AnyCaller;
import io.rems.platform.access.PublicEndpoint;
import io.rems.platform.problem.NotFound;
import io.rems.platform.problem.RequestRefused;
import io.rems.platform.problem.StaleVersion;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Endpoints that go wrong in every way that endpoints go wrong. */
@RestController
@RequestMapping("/probe")
public class ProbeController {

    enum Kind {
        FLAT,
        SHOP
    }

    record Part(@Positive int size) {}

    record Thing(
            @NotBlank @Nullable String name,
            @Nullable Kind kind,
            @Nullable Money price,
            boolean urgent,
            @Valid @Nullable List<Part> parts) {}

    private record Exceeded(String code, String detail, Map<String, Object> facts) implements Refusal {}

    @PostMapping("/things")
    @AnyCaller
    Thing things(@Valid @RequestBody Thing thing) {
        return thing;
    }

    @GetMapping("/things/{id}")
    @AnyCaller
    Mono<String> thing(@PathVariable UUID id, @RequestParam @Max(10) int depth) {
        return Mono.error(new NotFound("thing", id));
    }

    @PutMapping("/things/{id}")
    @AnyCaller
    Mono<ResponseEntity<Map<String, String>>> change(@PathVariable String id, IfMatch ifMatch) {
        return ifMatch.version() == 3
                ? Mono.just(Responses.withVersion(4, Map.of("id", id)))
                : Mono.error(new StaleVersion());
    }

    @GetMapping("/failures/{kind}")
    @AnyCaller
    Mono<String> fail(@PathVariable String kind) {
        return Mono.error(
                switch (kind) {
                    case "refused" ->
                        new RequestRefused(new Exceeded("SHARE_EXCEEDED", "Give less.", Map.of("excess", "1/3")));
                    case "duplicate" -> new DuplicateKeyException("thing_pkey");
                    case "slow" -> new QueryTimeoutException("select secret");
                    case "reset" -> new IOException("recvAddress(..) failed: Connection reset by peer");
                    default -> new IllegalStateException("secret of io.rems.Thing");
                });
    }

    @PostMapping("/open")
    @PublicEndpoint
    Mono<Void> open() {
        return Mono.empty();
    }
}
