package io.rems.approval.delegation;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** The firm's categories of expenses, as far as a delegation can be limited to them. */
public interface DelegableCategories {

    /** Those of them that the firm does not have. */
    Mono<Set<UUID>> unknown(Collection<UUID> categories);
}
