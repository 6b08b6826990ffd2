package io.rems.ownership.transfer;

import static io.rems.ownership.transfer.domain.TransferRefusal.NOTHING_TO_INHERIT;

import io.rems.ownership.firm.Viewers;
import io.rems.ownership.ownership.HoldPortfolio;
import io.rems.ownership.ownership.domain.OwnershipEvent.SharesTransferred;
import io.rems.ownership.ownership.domain.PropertyId;
import io.rems.ownership.transfer.domain.Heir;
import io.rems.ownership.transfer.domain.Inheritance;
import io.rems.ownership.transfer.domain.Paper;
import io.rems.ownership.transfer.domain.Transfer;
import io.rems.platform.Share;
import io.rems.platform.Versioned;
import io.rems.platform.problem.InvalidRequest;
import io.rems.platform.problem.NotFound;
import io.rems.platform.problem.RequestRefused;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Lets all that an owner holds go to his heirs: in one transaction, as one transfer a property. */
@Component
public class InheritPortfolio {

    /** What somebody asks for, before the heirs are looked up. */
    public record Asked(
            UUID id,
            UUID owner,
            LocalDate on,
            List<AskedHeir> heirs,
            @Nullable String reason,
            List<Paper> papers) {
        public Asked {
            heirs = List.copyOf(heirs);
        }
    }

    public record AskedHeir(UUID owner, Share fraction, boolean primaryContact) {}

    private final HoldPortfolio holdPortfolio;
    private final Parties parties;
    private final CarryOut carryOut;
    private final KeepTransfers keepTransfers;
    private final Inheritances inheritances;
    private final Viewers viewers;
    private final Clock clock;

    InheritPortfolio(
            HoldPortfolio holdPortfolio,
            Parties parties,
            CarryOut carryOut,
            KeepTransfers keepTransfers,
            Inheritances inheritances,
            Viewers viewers,
            Clock clock) {
        this.holdPortfolio = holdPortfolio;
        this.parties = parties;
        this.carryOut = carryOut;
        this.keepTransfers = keepTransfers;
        this.inheritances = inheritances;
        this.viewers = viewers;
        this.clock = clock;
    }

    public Mono<InheritanceView> inherit(Asked asked) {
        return holdPortfolio.within(
                asked.owner(),
                asked.on(),
                asked.heirs().stream().map(AskedHeir::owner).toList(),
                properties -> inheritance(asked)
                        .flatMap(inheritance -> inherit(inheritance, properties))
                        .then(inheritance(asked.id())));
    }

    public Mono<InheritanceView> inheritance(UUID id) {
        return viewers.current().flatMap(viewer -> inheritances.get(id, viewer));
    }

    private Mono<Inheritance> inheritance(Asked asked) {
        var giver = parties.owner(asked.owner(), "id")
                .onErrorMap(InvalidRequest.class, _ -> new NotFound("owner", asked.owner()));
        return Mono.zip(giver, heirs(asked))
                .map(found -> new Inheritance(
                        asked.id(), found.getT1().holder(), asked.on(), found.getT2(), asked.reason(), asked.papers()));
    }

    private Mono<List<Heir>> heirs(Asked asked) {
        return Flux.range(0, asked.heirs().size())
                .concatMap(i -> heir(asked.heirs().get(i), "heirs[" + i + "].ownerId"))
                .collectList();
    }

    private Mono<Heir> heir(AskedHeir asked, String field) {
        return parties.owner(asked.owner(), field)
                .map(known -> new Heir(known.holder(), known.usualType(), asked.fraction(), asked.primaryContact()));
    }

    private Mono<Void> inherit(Inheritance inheritance, List<PropertyId> properties) {
        var refusal = inheritance.refusal();
        if (refusal.isPresent()) {
            return Mono.error(() -> new RequestRefused(refusal.get()));
        }
        if (properties.isEmpty()) {
            return Mono.error(() -> new RequestRefused(NOTHING_TO_INHERIT));
        }
        return inheritances
                .add(inheritance, clock.instant())
                .thenMany(Flux.fromIterable(properties))
                .concatMap(property -> inherit(inheritance, property))
                .then();
    }

    private Mono<Versioned<Transfer>> inherit(Inheritance inheritance, PropertyId property) {
        var deed = inheritance.deed(property);
        return carryOut.on(
                        property,
                        timeline -> inheritance
                                .of(timeline)
                                .orElseThrow()
                                .forth(
                                        timeline,
                                        (superseded, recorded) -> new SharesTransferred(
                                                deed.id().value(), superseded, recorded, deed.reason())))
                .flatMap(done ->
                        keepTransfers.begun(Transfer.execute(deed, done.found(), done.ownership(), clock.instant())));
    }
}
