package io.rems.ownership.transfer;

import io.rems.ownership.firm.Viewer;
import io.rems.platform.web.ListQuery;
import io.rems.platform.web.Page;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Transfers as they are shown: an owner sees those in which he gave or received something. */
public interface TransferViews {

    /** Which transfers are meant; null where it does not matter. */
    record Filter(
            @Nullable UUID propertyId,
            @Nullable UUID ownerId,
            @Nullable UUID inheritanceId,
            @Nullable TransferState state) {}

    /** Fails with {@code NotFound} where the viewer sees no such transfer. */
    Mono<TransferView> get(UUID id, Viewer viewer);

    Mono<Page<TransferView>> page(ListQuery query, Filter filter, Viewer viewer);
}
