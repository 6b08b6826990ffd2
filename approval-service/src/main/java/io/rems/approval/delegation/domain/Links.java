package io.rems.approval.delegation.domain;

import io.rems.approval.decision.domain.PersonId;
import io.rems.approval.ownership.domain.OwnerId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Which portal users act as which owner, and who of them is in the firm now. */
public record Links(Map<PersonId, Link> byPerson) {

    /**
     * What a portal user is in the firm.
     *
     * @param active whether he is there now; who is disabled is not
     */
    public record Link(Optional<OwnerId> owner, boolean active, boolean disabled) {
        public Link(Optional<OwnerId> owner, boolean active) {
            this(owner, active, false);
        }
    }

    public Links {
        byPerson = Map.copyOf(byPerson);
    }

    public Optional<OwnerId> ownerOf(PersonId person) {
        return Optional.ofNullable(byPerson.get(person)).flatMap(Link::owner);
    }

    public Links and(Links more) {
        var all = new HashMap<>(byPerson);
        all.putAll(more.byPerson);
        return new Links(all);
    }

    /** Whether the person may do nothing any more, in no firm. */
    boolean isDisabled(PersonId person) {
        var link = byPerson.get(person);
        return link != null && link.disabled();
    }

    public boolean isActive(PersonId person) {
        var link = byPerson.get(person);
        return link != null && link.active();
    }
}
