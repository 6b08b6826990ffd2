package io.rems.ownership.transfer;

import io.rems.ownership.firm.Viewers;
import io.rems.ownership.transfer.TransferViews.Filter;
import io.rems.ownership.transfer.domain.TransferId;
import io.rems.platform.web.ListQuery;
import io.rems.platform.web.Page;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Transfers, as far as the caller may know of them. */
@Component
public class ReadTransfers {

    private final TransferViews views;
    private final Viewers viewers;

    ReadTransfers(TransferViews views, Viewers viewers) {
        this.views = views;
        this.viewers = viewers;
    }

    public Mono<TransferView> transfer(TransferId id) {
        return viewers.current().flatMap(viewer -> views.get(id.value(), viewer));
    }

    public Mono<Page<TransferView>> transfers(ListQuery query, Filter filter) {
        return viewers.current().flatMap(viewer -> views.page(query, filter, viewer));
    }
}
