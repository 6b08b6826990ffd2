package io.rems.approval.vendor;

import io.rems.platform.Versioned;
import io.rems.platform.database.Transactions;
import io.rems.platform.events.Outbox;
import java.util.List;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

@Service
class AddVendor {

    private final R2dbcVendors vendors;
    private final Outbox outbox;
    private final Transactions transactions;

    AddVendor(R2dbcVendors vendors, Outbox outbox, Transactions transactions) {
        this.vendors = vendors;
        this.outbox = outbox;
        this.transactions = transactions;
    }

    Mono<Versioned<Vendor>> add(Vendor vendor) {
        return transactions.inFirm(vendors.add(vendor)
                .then(outbox.append(List.of(VendorAdded.of(vendor))))
                .thenReturn(new Versioned<>(vendor, 1)));
    }
}
