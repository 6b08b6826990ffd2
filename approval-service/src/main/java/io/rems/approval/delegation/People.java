package io.rems.approval.delegation;

import io.rems.approval.decision.domain.PersonId;
import io.rems.approval.delegation.domain.Links;
import io.rems.approval.ownership.domain.OwnerId;
import io.rems.platform.access.AccessLevel;
import io.rems.platform.access.Permission;
import io.rems.platform.access.Role;
import java.util.Collection;
import reactor.core.publisher.Mono;

/** Portal users and owners of the firm, as firm-service and ownership-service have told. */
public interface People {

    /** What somebody is in the firm now. */
    record Member(Role role, AccessLevel level, boolean active) {

        /** Who may not decide on anything cannot decide for somebody else. */
        boolean mayDecide() {
            return active && Permission.EXPENSE_DECIDE.grantedTo(role, level);
        }
    }

    /** Empty where the firm has no such user. */
    Mono<Member> find(PersonId person);

    /** Of these users, as far as they are known. */
    Mono<Links> links(Collection<PersonId> persons);

    /** Of all users who act as an owner, or are a delegate. */
    Mono<Links> links();

    /** Whether the firm has such an owner, and works for him. */
    Mono<Boolean> isOwner(OwnerId owner);
}
