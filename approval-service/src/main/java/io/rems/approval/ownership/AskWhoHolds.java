package io.rems.approval.ownership;

import io.rems.approval.ownership.domain.Ownership;
import io.rems.approval.ownership.domain.PropertyId;
import io.rems.platform.access.CurrentCaller;
import io.rems.platform.http.RemoteUnavailable;
import io.rems.platform.problem.InvalidRequest;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Asks ownership-service who holds a property, where it has not told: what was never assigned it never tells of. */
@Service
public class AskWhoHolds {

    private final Ownerships ownerships;
    private final OwnershipAuthority authority;

    AskWhoHolds(Ownerships ownerships, OwnershipAuthority authority) {
        this.ownerships = ownerships;
        this.authority = authority;
    }

    /** By what was told, else by asking, outside of any transaction; absent where nobody can say now. */
    public Mono<Optional<Ownership>> ifKnown(PropertyId property, LocalDate day) {
        return ownerships
                .of(property, day)
                .switchIfEmpty(Mono.defer(() -> ask(property, day)))
                .map(Optional::of)
                .onErrorResume(RemoteUnavailable.class, _ -> Mono.empty())
                .defaultIfEmpty(Optional.empty());
    }

    /** Outside of any transaction; absent where nothing needs to be asked, and where no answer is to be had now. */
    public Mono<Optional<Ownership>> unlessTold(PropertyId property, LocalDate day) {
        return ownerships
                .of(property, day)
                .hasElement()
                .flatMap(told -> told ? Mono.empty() : ask(property, day))
                .map(Optional::of)
                .onErrorResume(RemoteUnavailable.class, _ -> Mono.empty())
                .defaultIfEmpty(Optional.empty());
    }

    /** By what was told, else by asking, outside of any transaction; where nobody can say now, it fails. */
    public Mono<Ownership> of(PropertyId property, LocalDate day) {
        return ownerships
                .of(property, day)
                .switchIfEmpty(Mono.defer(() -> ask(property, day)))
                .switchIfEmpty(
                        Mono.error(() -> new InvalidRequest("propertyId", "UNKNOWN", "is not one of this firm")));
    }

    private Mono<Ownership> ask(PropertyId property, LocalDate day) {
        return CurrentCaller.get().flatMap(caller -> authority.ask(caller.firm(), property, day));
    }
}
