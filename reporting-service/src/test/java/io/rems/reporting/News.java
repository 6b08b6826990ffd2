package io.rems.reporting;

import io.rems.platform.Identifiers;
import io.rems.platform.Money;
import io.rems.platform.access.Actor;
import io.rems.platform.access.FirmId;
import io.rems.platform.access.Role;
import io.rems.platform.test.TestEvents;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the other services tell about one firm, in the form in which they publish it. */
public record News(TestEvents events, FirmId firm) {

    public record FirmTold(UUID firmId, String name, String currency, String timeZone, String status) {}

    public record Granted(UUID assignmentId, UUID userId, Role role) {}

    public record OfUser(UUID userId) {}

    public record Named(String name, String type) {}

    public record Described(UUID propertyId, String code, String name, String type, String location) {}

    public record Unit(UUID unitId, UUID propertyId, String number) {}

    public record Archival(@Nullable UUID propertyId, String reason) {}

    public record Merged(UUID ownerId, UUID intoOwnerId) {}

    public record Ownership(UUID propertyId, String reason, List<Period> periods) {}

    public record Period(
            UUID periodId,
            UUID ownerId,
            String share,
            LocalDate from,
            @Nullable LocalDate to,
            boolean primaryContact) {}

    public record Recorded(
            UUID expenseId, UUID propertyId, Money amount, LocalDate date, String description, String priority) {}

    public record Requested(
            UUID expenseId,
            UUID propertyId,
            Money amount,
            String description,
            String rule,
            List<Voter> voters,
            Instant requestedAt,
            Instant deadline) {}

    public record Voter(String type, @Nullable UUID ownerId, String share) {}

    public record Vote(UUID expenseId, Voter voter, UUID userId, String verdict, Instant at) {}

    public record Rerouted(
            UUID propertyId,
            Money amount,
            String rule,
            List<Voter> voters,
            List<Kept> kept,
            Instant requestedAt,
            Instant deadline) {}

    public record Kept(Voter voter, String verdict) {}

    public record Escalated(UUID expenseId, UUID propertyId, Instant deadline, Instant escalatedAt) {}

    public record Decided(UUID expenseId, UUID propertyId, String verdict, Instant decidedAt) {}

    public record Lease(UUID leaseId, UUID unitId, LocalDate from, LocalDate to) {}

    public record LeaseOver(UUID leaseId, UUID unitId, LocalDate on, String reason) {}

    public static Period period(UUID owner, String share, String from, @Nullable String to) {
        return new Period(
                Identifiers.next(),
                owner,
                share,
                LocalDate.parse(from),
                to == null ? null : LocalDate.parse(to),
                false);
    }

    public UUID firm(String name) {
        return tell(
                "firm",
                "FirmCreated",
                firm.value(),
                1,
                new FirmTold(firm.value(), name, "KWD", "Asia/Kuwait", "ACTIVE"));
    }

    public UUID granted(Role role) {
        return granted(role, Identifiers.next());
    }

    public UUID granted(Role role, UUID user) {
        var assignment = Identifiers.next();
        tell("firm", "AssignmentGranted", assignment, 1, new Granted(assignment, user, role));
        return assignment;
    }

    public void signedIn(UUID user) {
        aboutUser("UserSignedIn", user);
    }

    public void failedToSignIn(UUID user) {
        aboutUser("SignInFailed", user);
    }

    private void aboutUser(String event, UUID user) {
        events.publish("firm", "rems.firm." + event + ".v1", FirmId.PLATFORM, user, 1, new OfUser(user));
    }

    public UUID owner(String name) {
        var owner = Identifiers.next();
        tell("ownership", "OwnerRegistered", owner, 1, new Named(name, "INDIVIDUAL"));
        return owner;
    }

    public UUID property(String code) {
        var property = Identifiers.next();
        added(property, code);
        return property;
    }

    public void added(UUID property, String code) {
        tell(
                "ownership",
                "PropertyRegistered",
                property,
                1,
                new Described(property, code, "House " + code, "RESIDENTIAL", "Salmiya"));
    }

    public UUID unit(UUID property, String number) {
        var unit = Identifiers.next();
        tell("ownership", "UnitRegistered", unit, 1, new Unit(unit, property, number));
        return unit;
    }

    /** {@code UnitArchived} or {@code UnitRestored}. */
    public void unitTold(String event, UUID unit, UUID property, long version) {
        tell("ownership", event, unit, version, new Archival(property, "sold"));
    }

    /** {@code PropertyArchived} or {@code PropertyRestored}. */
    public void propertyTold(String event, UUID property, long version) {
        tell("ownership", event, property, version, new Archival(property, "sold"));
    }

    public UUID merged(UUID owner, UUID into, long version) {
        return tell("ownership", "OwnerMerged", owner, version, new Merged(owner, into));
    }

    public UUID owned(UUID property, long version, Period... periods) {
        return tell(
                "ownership",
                "OwnershipChanged",
                property,
                version,
                new Ownership(property, "PERIOD_ADDED", List.of(periods)));
    }

    public void recorded(UUID expense, UUID property, String amount, String date) {
        tell(
                "approval",
                "ExpenseRecorded",
                expense,
                1,
                new Recorded(
                        expense, property, Money.of(amount, "KWD"), LocalDate.parse(date), "Lift repair", "NORMAL"));
    }

    public void requested(UUID expense, long version, UUID property, Instant deadline, Voter... voters) {
        tell(
                "approval",
                "ApprovalRequested",
                expense,
                version,
                new Requested(
                        expense,
                        property,
                        Money.of("1500.000", "KWD"),
                        "Lift repair",
                        "SHARE_MAJORITY",
                        List.of(voters),
                        deadline.minusSeconds(3600),
                        deadline));
    }

    public void voted(UUID expense, long version, UUID owner, String verdict) {
        tell(
                "approval",
                "ApprovalVoteCast",
                expense,
                version,
                new Vote(expense, voter(owner), Identifiers.next(), verdict, Instant.now()));
    }

    /** To these voters; the vote of one of them is kept. */
    public void rerouted(
            UUID expense, long version, UUID property, Instant deadline, List<Voter> voters, UUID approved) {
        tell(
                "approval",
                "ApprovalRerouted",
                expense,
                version,
                new Rerouted(
                        property,
                        Money.of("1500.000", "KWD"),
                        "SHARE_MAJORITY",
                        voters,
                        List.of(new Kept(voter(approved), "APPROVED")),
                        deadline.minusSeconds(3600),
                        deadline));
    }

    public static Voter voter(UUID owner) {
        return new Voter("OWNER", owner, "1/3");
    }

    public static Voter administrators() {
        return new Voter("ADMINISTRATORS", null, "1/3");
    }

    public void escalated(UUID expense, long version, UUID property, Instant deadline) {
        tell("approval", "ApprovalEscalated", expense, version, new Escalated(expense, property, deadline, deadline));
    }

    public void submitted(UUID expense, long version) {
        tell("approval", "ExpenseSubmitted", expense, version, new Named("", ""));
    }

    public void approved(UUID expense, long version, UUID property) {
        tell(
                "approval",
                "ApprovalDecided",
                expense,
                version,
                new Decided(expense, property, "APPROVED", Instant.now()));
    }

    public void rejected(UUID expense, long version, UUID property) {
        tell(
                "approval",
                "ApprovalDecided",
                expense,
                version,
                new Decided(expense, property, "REJECTED", Instant.now()));
    }

    public UUID tell(String service, String event, UUID subject, long version, Object data) {
        return events.publish(service, "rems." + service + "." + event + ".v1", firm, subject, version, data);
    }

    public void by(Actor actor, String service, String event, UUID subject, long version, Object data) {
        events.publishBy(actor, service, "rems." + service + "." + event + ".v1", firm, subject, version, data);
    }

    public void again(UUID id, String service, String event, UUID subject, long version, Object data) {
        events.publishAgain(id, service, "rems." + service + "." + event + ".v1", firm, subject, version, data);
    }
}
