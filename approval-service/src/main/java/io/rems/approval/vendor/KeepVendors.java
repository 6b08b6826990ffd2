package io.rems.approval.vendor;

import io.rems.platform.Refusal;
import io.rems.platform.Versioned;
import io.rems.platform.database.Transactions;
import io.rems.platform.events.Message;
import io.rems.platform.events.Outbox;
import io.rems.platform.problem.RequestRefused;
import io.rems.platform.problem.StaleVersion;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** The changes of vendors, each with its event in the same transaction. */
@Service
class KeepVendors {

    private final R2dbcVendors vendors;
    private final Outbox outbox;
    private final Transactions transactions;

    KeepVendors(R2dbcVendors vendors, Outbox outbox, Transactions transactions) {
        this.vendors = vendors;
        this.outbox = outbox;
        this.transactions = transactions;
    }

    Mono<Versioned<Vendor>> add(Vendor vendor) {
        var added = new Versioned<>(vendor, 1);
        return transactions.inFirm(
                vendors.add(vendor).then(told(added, VendorEvents::added)).thenReturn(added));
    }

    Mono<Versioned<Vendor>> change(Vendor facts, long expected) {
        return transactions.inFirm(vendors.hold(facts.id())
                .flatMap(found -> found.version() == expected
                        ? kept(found.with(found.value().described(facts)), VendorEvents::changed)
                        : Mono.error(new StaleVersion())));
    }

    Mono<Versioned<Vendor>> block(UUID id, String reason) {
        return transactions.inFirm(standing(id, VendorStatus.ACTIVE, VendorRefusal.ALREADY_BLOCKED)
                .flatMap(found -> kept(found.with(found.value().blocked(reason)), VendorEvents::blocked)));
    }

    Mono<Versioned<Vendor>> unblock(UUID id) {
        return transactions.inFirm(standing(id, VendorStatus.BLOCKED, VendorRefusal.NOT_BLOCKED)
                .flatMap(found -> kept(found.with(found.value().unblocked()), VendorEvents::unblocked)));
    }

    private Mono<Versioned<Vendor>> standing(UUID id, VendorStatus wanted, Refusal otherwise) {
        return vendors.hold(id)
                .flatMap(found -> found.value().status() == wanted
                        ? Mono.just(found)
                        : Mono.error(new RequestRefused(otherwise)));
    }

    private Mono<Versioned<Vendor>> kept(Versioned<Vendor> changed, Function<Versioned<Vendor>, Message> event) {
        return vendors.save(changed).then(told(changed.saved(), event)).thenReturn(changed.saved());
    }

    private Mono<Void> told(Versioned<Vendor> vendor, Function<Versioned<Vendor>, Message> event) {
        return outbox.append(List.of(event.apply(vendor)));
    }
}
