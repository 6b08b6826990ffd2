package io.rems.approval.ownership;

import io.rems.approval.ownership.domain.PropertyId;
import io.rems.platform.access.CurrentCaller;
import io.rems.platform.access.FirmId;
import io.rems.platform.http.RemoteUnavailable;
import io.rems.platform.problem.FieldProblem;
import io.rems.platform.problem.InvalidRequest;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Refuses a property that the firm does not have, and a unit that is none of it: by what ownership-service has told,
 * else by asking it. What nobody can say now passes, for recording must not wait for another service.
 */
@Service
public class CheckPremises {

    private static final String UNKNOWN = "UNKNOWN";

    private final Ownerships ownerships;
    private final Units units;
    private final OwnershipAuthority authority;

    CheckPremises(Ownerships ownerships, Units units, OwnershipAuthority authority) {
        this.ownerships = ownerships;
        this.units = units;
        this.authority = authority;
    }

    /** Outside of any transaction. */
    public Mono<Void> check(PropertyId property, @Nullable UUID unit) {
        return CurrentCaller.get()
                .flatMapMany(caller -> Flux.mergeSequential(
                        problemOf(caller.firm(), property),
                        unit == null ? Mono.empty() : problemOf(caller.firm(), unit, property)))
                .collectList()
                .flatMap(problems -> problems.isEmpty() ? Mono.empty() : Mono.error(new InvalidRequest(problems)));
    }

    private Mono<FieldProblem> problemOf(FirmId firm, PropertyId property) {
        return ownerships
                .knows(property)
                .flatMap(known -> known ? Mono.just(true) : authority.has(firm, property))
                .onErrorResume(RemoteUnavailable.class, _ -> Mono.just(true))
                .filter(exists -> !exists)
                .map(_ -> new FieldProblem("propertyId", UNKNOWN, "is not one of this firm"));
    }

    private Mono<FieldProblem> problemOf(FirmId firm, UUID unit, PropertyId property) {
        return units.propertyOf(unit)
                .switchIfEmpty(Mono.defer(() -> authority.propertyOf(firm, unit)))
                .map(property::equals)
                .defaultIfEmpty(false)
                .onErrorResume(RemoteUnavailable.class, _ -> Mono.just(true))
                .filter(within -> !within)
                .map(_ -> new FieldProblem("unitId", UNKNOWN, "is not one of this property"));
    }
}
