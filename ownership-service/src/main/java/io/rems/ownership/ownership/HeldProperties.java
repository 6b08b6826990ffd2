package io.rems.ownership.ownership;

import io.rems.ownership.ownership.domain.PropertyId;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Which properties an owner holds a share of. */
public interface HeldProperties {

    /** In order of id; those that he ever held where no day is named, else those that he holds on it or later. */
    Mono<List<PropertyId>> of(UUID owner, @Nullable LocalDate from);

    /** Until the transaction ends, nobody gives these owners a share or takes one; to be asked after properties are locked. */
    Mono<Void> lockOwners(List<UUID> owners);
}
