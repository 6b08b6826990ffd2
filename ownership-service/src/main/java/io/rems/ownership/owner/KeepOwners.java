package io.rems.ownership.owner;

import static io.rems.ownership.owner.OwnerRefusal.OWNER_ACTIVE;
import static io.rems.ownership.owner.OwnerRefusal.OWNER_ARCHIVED;
import static io.rems.ownership.owner.OwnerStatus.ACTIVE;
import static io.rems.ownership.owner.OwnerStatus.ARCHIVED;
import static io.rems.ownership.owner.OwnerStatus.MERGED;

import io.rems.ownership.firm.FirmCalendar;
import io.rems.platform.Refusal;
import io.rems.platform.Versioned;
import io.rems.platform.database.Transactions;
import io.rems.platform.events.Message;
import io.rems.platform.events.Outbox;
import io.rems.platform.problem.RequestRefused;
import io.rems.platform.problem.StaleVersion;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The changes of owners, each with its event in the same transaction. */
@Component
class KeepOwners {

    private final Transactions transactions;
    private final R2dbcOwners owners;
    private final FirmCalendar calendar;
    private final Outbox outbox;

    KeepOwners(Transactions transactions, R2dbcOwners owners, FirmCalendar calendar, Outbox outbox) {
        this.transactions = transactions;
        this.owners = owners;
        this.calendar = calendar;
        this.outbox = outbox;
    }

    /** An owner as he was written, and who else has his e-mail: people share one, so it is only worth a word. */
    record Kept(Versioned<Owner> owner, List<UUID> sameEmail) {}

    Mono<Kept> register(Owner owner, boolean allowDuplicate) {
        return transactions.inFirm(documentIsFree(owner, allowDuplicate)
                .then(owners.add(owner, allowDuplicate))
                .then(announce(OwnerEvents.registered(owner)))
                .then(kept(new Versioned<>(owner, 1))));
    }

    Mono<Kept> change(Owner owner, long expected, boolean allowDuplicate) {
        var changed = new Versioned<>(owner, expected).saved();
        return transactions.inFirm(in(ACTIVE, owner.id(), OWNER_ARCHIVED)
                .filter(before -> before.version() == expected)
                .switchIfEmpty(Mono.error(StaleVersion::new))
                .then(documentIsFree(owner, allowDuplicate))
                .then(owners.change(owner, allowDuplicate))
                .then(announce(OwnerEvents.changed(changed)))
                .then(kept(changed)));
    }

    Mono<Versioned<Owner>> archive(UUID id, String reason) {
        return transactions.inFirm(in(ACTIVE, id, OWNER_ARCHIVED)
                .delayUntil(_ -> holdsNothing(id))
                .flatMap(owner -> changed(owner, ARCHIVED, reason)));
    }

    Mono<Versioned<Owner>> restore(UUID id, @Nullable String reason) {
        return transactions.inFirm(in(ARCHIVED, id, OWNER_ACTIVE).flatMap(owner -> changed(owner, ACTIVE, reason)));
    }

    private Mono<Versioned<Owner>> in(OwnerStatus status, UUID id, Refusal otherwise) {
        return owners.locked(id)
                .filter(owner -> owner.value().status() != MERGED)
                .switchIfEmpty(Mono.error(() -> MergeOwners.merged(id)))
                .filter(owner -> owner.value().status() == status)
                .switchIfEmpty(Mono.error(() -> new RequestRefused(otherwise)));
    }

    private Mono<Void> documentIsFree(Owner owner, boolean allowDuplicate) {
        var identity = owner.identity();
        return identity == null || allowDuplicate
                ? Mono.empty()
                : owners.withDocument(identity, owner.id())
                        .flatMap(other -> Mono.error(() -> new RequestRefused(new SameIdentity(other))));
    }

    private Mono<Kept> kept(Versioned<Owner> owner) {
        var email = owner.value().email();
        return email == null
                ? Mono.just(new Kept(owner, List.of()))
                : owners.withEmail(email, owner.value().id()).map(others -> new Kept(owner, others));
    }

    private Mono<Void> holdsNothing(UUID id) {
        return calendar.today()
                .flatMap(today -> owners.shares(id, today))
                .filter(shares -> !shares.isEmpty())
                .flatMap(shares -> Mono.error(() -> new RequestRefused(new OwnerInUse(shares))));
    }

    private Mono<Versioned<Owner>> changed(Versioned<Owner> owner, OwnerStatus status, @Nullable String reason) {
        var changed = owner.with(owner.value().having(status)).saved();
        return owners.setStatus(owner.value().id(), status)
                .then(announce(OwnerEvents.statusChanged(changed, reason)))
                .thenReturn(changed);
    }

    private Mono<Void> announce(Message message) {
        return outbox.append(List.of(message));
    }
}
