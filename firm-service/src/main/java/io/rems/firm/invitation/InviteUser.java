package io.rems.firm.invitation;

import io.rems.firm.assignment.Assignments;
import io.rems.firm.assignment.GrantAssignment;
import io.rems.firm.assignment.domain.Assignment;
import io.rems.firm.assignment.domain.Introduction;
import io.rems.firm.invitation.Invitation.Place;
import io.rems.firm.user.PortalUser;
import io.rems.firm.user.RecordUser;
import io.rems.firm.user.UserEvent;
import io.rems.firm.user.UserStatus;
import io.rems.firm.user.Users;
import io.rems.platform.database.Transactions;
import io.rems.platform.problem.RequestRefused;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Invites somebody, into a firm or to REMS as such: a login if he has none, the position, and a mail, all or nothing.
 * Whoever is invited again before he came gets a new link.
 */
@Component
public class InviteUser {
    private final Transactions transactions;
    private final Users users;
    private final RecordUser recordUser;
    private final Assignments assignments;
    private final GrantAssignment grantAssignment;
    private final InvitationMail mail;
    private final Clock clock;

    InviteUser(
            Transactions transactions,
            Users users,
            RecordUser recordUser,
            Assignments assignments,
            GrantAssignment grantAssignment,
            InvitationMail mail,
            Clock clock) {
        this.transactions = transactions;
        this.users = users;
        this.recordUser = recordUser;
        this.assignments = assignments;
        this.grantAssignment = grantAssignment;
        this.mail = mail;
        this.clock = clock;
    }

    public Mono<Invited> invite(Invitation invitation) {
        var place = invitation.place();
        var checked = place == null ? Mono.<Void>empty() : grantAssignment.check(place.firm(), place.grant());
        return checked.then(within(invitation));
    }

    /** The same in a transaction across firms that others may have opened; what a linked position needs they have checked. */
    public Mono<Invited> within(Invitation invitation) {
        return transactions.acrossFirms(Mono.defer(() -> {
            var now = clock.instant();
            var place = invitation.place();
            return enrolled(invitation.user(now))
                    .flatMap(user -> placed(user, invitation))
                    .flatMap(invited -> mail.to(invited.user(), place == null ? null : place.firm(), now)
                            .thenReturn(invited));
        }));
    }

    /** The user with this e-mail, locked: the new one, or the one who has it already, also if he came this instant. */
    private Mono<PortalUser> enrolled(PortalUser user) {
        return users.enrol(user)
                .flatMap(isNew -> isNew
                        ? recordUser.publish(new UserEvent.Registered(user)).thenReturn(user)
                        : users.byEmail(user.email().key()).flatMap(found -> users.locked(found.id())));
    }

    private Mono<Invited> placed(PortalUser user, Invitation invitation) {
        var place = invitation.place();
        if (place == null) {
            return user.status() == UserStatus.INVITED
                    ? Mono.just(new Invited(user, Optional.empty()))
                    : Mono.error(new RequestRefused(InvitationRefusal.HAS_LOGIN));
        }
        return assignments
                .ofUser(user.id())
                .flatMap(held -> held.in(place.firm())
                        .map(assignment -> stillInvited(user, assignment))
                        .orElseGet(() -> granted(user, place, invitation.introduction())))
                .flatMap(assignment ->
                        users.locked(user.id()).map(current -> new Invited(current, Optional.of(assignment))));
    }

    private static Mono<Assignment> stillInvited(PortalUser user, Assignment assignment) {
        return user.status() == UserStatus.INVITED || !assignment.terms().isAccepted()
                ? Mono.just(assignment)
                : Mono.error(new RequestRefused(InvitationRefusal.ALREADY_ASSIGNED));
    }

    private Mono<Assignment> granted(PortalUser user, Place place, Introduction introduction) {
        return grantAssignment
                .within(place.firm(), user.id(), place.grant().introducing(introduction))
                .map(recorded -> recorded.state().find(place.grant().id()).orElseThrow());
    }
}
