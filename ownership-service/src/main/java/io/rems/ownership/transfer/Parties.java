package io.rems.ownership.transfer;

import io.rems.ownership.ownership.KnownOwner;
import io.rems.ownership.ownership.Ownerships;
import io.rems.ownership.ownership.domain.PeriodId;
import io.rems.ownership.ownership.domain.Terms;
import io.rems.ownership.transfer.NewTransfer.Award;
import io.rems.ownership.transfer.domain.Handover;
import io.rems.ownership.transfer.domain.Party;
import io.rems.ownership.transfer.domain.Piece;
import io.rems.ownership.transfer.domain.Piece.Tenure;
import io.rems.ownership.transfer.domain.SharesDiffer;
import io.rems.platform.problem.InvalidRequest;
import io.rems.platform.problem.RequestRefused;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Looks up whom a transfer names. */
@Component
class Parties {

    private final Ownerships ownerships;

    Parties(Ownerships ownerships) {
        this.ownerships = ownerships;
    }

    /** What is to change hands, as somebody asked for it; fails where he names an owner that the firm does not have. */
    Mono<Handover> handover(NewTransfer asked) {
        if (!asked.given().equals(asked.received())) {
            return Mono.error(() -> new RequestRefused(new SharesDiffer(asked.given(), asked.received())));
        }
        return Mono.zip(giver(asked), received(asked), Handover::new);
    }

    Mono<KnownOwner> owner(UUID id, String field) {
        return ownerships
                .owner(id)
                .onErrorMap(
                        InvalidRequest.class,
                        _ -> new InvalidRequest(field, "UNKNOWN", "The firm has no such owner: register him first."));
    }

    private Mono<List<Piece>> giver(NewTransfer asked) {
        return party(asked.giver()).map(party -> List.of(Piece.of(party, asked.given(), asked.days())));
    }

    private Mono<Party> party(@Nullable UUID owner) {
        return owner == null
                ? Mono.just(Party.FIRM)
                : owner(owner, "from.ownerId").map(known -> new Party.Owner(known.holder()));
    }

    private Mono<List<Piece>> received(NewTransfer asked) {
        return Flux.range(0, asked.awards().size())
                .concatMap(i -> received(asked, asked.awards().get(i), "to[" + i + "].ownerId"))
                .collectList();
    }

    private Mono<Piece> received(NewTransfer asked, Award award, String field) {
        var receiver = award.receiver();
        return receiver == null
                ? Mono.just(Piece.of(Party.FIRM, award.share(), asked.days()))
                : owner(receiver, field).map(owner -> piece(asked, award, owner));
    }

    private static Piece piece(NewTransfer asked, Award award, KnownOwner owner) {
        var terms = new Terms(asked.kind().acquisition(), award.primaryContact(), award.managementFeePercent(), null);
        return new Piece(
                new Party.Owner(owner.holder()),
                award.share(),
                asked.days(),
                Optional.of(new Tenure(PeriodId.next(), owner.usualType(), terms)));
    }
}
