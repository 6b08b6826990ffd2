package io.rems.firm.provider;

import io.rems.firm.assignment.AcceptAssignments;
import io.rems.firm.password.Door;
import io.rems.firm.provider.domain.Account;
import io.rems.firm.provider.domain.Account.Standing;
import io.rems.firm.provider.domain.Identity;
import io.rems.firm.provider.domain.Proof;
import io.rems.firm.signin.Admission;
import io.rems.firm.signin.AdmitUser;
import io.rems.firm.signin.NoteFailure;
import io.rems.firm.user.EmailAddress;
import io.rems.firm.user.RecordUser;
import io.rems.firm.user.UserEvent;
import io.rems.firm.user.UserStatus;
import io.rems.firm.user.Users;
import io.rems.platform.access.Actor;
import io.rems.platform.access.Caller;
import io.rems.platform.access.Client;
import io.rems.platform.access.CurrentCaller;
import io.rems.platform.access.FirmId;
import io.rems.platform.problem.ProblemException;
import io.rems.platform.problem.Problems;
import java.time.Clock;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Sign-in with the ID token of a provider. It opens an account that is there already, invited or active, and never makes
 * one. At the first sign-in the verified e-mail finds the user, and the provider's subject is bound to him; from then on
 * the subject alone counts, so that an e-mail that passes to somebody else does not pass the account on.
 */
@Component
public class SignInWithProvider {
    private static final Logger LOG = LoggerFactory.getLogger(SignInWithProvider.class);
    private static final Caller ITSELF = Caller.acting(Actor.service("firm"), FirmId.PLATFORM);

    private final IdentityProviders providers;
    private final Door door;
    private final Nonces nonces;
    private final Accounts accounts;
    private final Users users;
    private final RecordUser recordUser;
    private final AcceptAssignments acceptAssignments;
    private final AdmitUser admitUser;
    private final NoteFailure noteFailure;
    private final Clock clock;

    SignInWithProvider(
            IdentityProviders providers,
            Door door,
            Nonces nonces,
            Accounts accounts,
            Users users,
            RecordUser recordUser,
            AcceptAssignments acceptAssignments,
            AdmitUser admitUser,
            NoteFailure noteFailure,
            Clock clock) {
        this.providers = providers;
        this.door = door;
        this.nonces = nonces;
        this.accounts = accounts;
        this.users = users;
        this.recordUser = recordUser;
        this.acceptAssignments = acceptAssignments;
        this.admitUser = admitUser;
        this.noteFailure = noteFailure;
        this.clock = clock;
    }

    /** Asks the provider, if need be, before the transaction begins. A refusal is committed, then told. */
    public Mono<Admission> signIn(String providerId, String idToken, Proof proof, Client client) {
        return Mono.fromSupplier(() -> providers.get(providerId))
                .flatMap(provider -> believed(provider, idToken))
                .flatMap(identity -> door.acrossFirms(
                                Mono.defer(() -> settle(providerId, identity, proof, client, clock.instant())))
                        .contextWrite(context -> CurrentCaller.with(context, ITSELF)))
                .switchIfEmpty(Mono.error(ProviderSignInRefused::new));
    }

    private static Mono<Identity> believed(IdentityProvider provider, String idToken) {
        return provider.identify(idToken)
                .doOnError(error -> LOG.warn(
                        "An ID token of {} is not accepted: {}",
                        provider.registration().id(),
                        error.getMessage()))
                .onErrorComplete(BadJwtException.class)
                .onErrorMap(
                        error -> !(error instanceof ProblemException),
                        error -> new ProblemException(Problems.unavailable(), error));
    }

    /** Whose nonce it is not does not spend it. */
    private Mono<Admission> settle(String providerId, Identity identity, Proof proof, Client client, Instant now) {
        var begunHere = identity.nonce().equals(proof.nonce())
                ? nonces.spend(identity.nonce(), providerId, now)
                : Mono.just(false);
        return begunHere
                .flatMap(good -> good ? found(identity, now) : meant(identity).map(Found::replayed))
                .flatMap(found -> found.obstacle() == null
                        ? admitted(found.account(), identity, client, now)
                        : noteFailure
                                .of(found.account().user(), found.obstacle(), client, now)
                                .then(Mono.empty()));
    }

    private Mono<Admission> admitted(Account account, Identity identity, Client client, Instant now) {
        return activated(account).then(admitUser.admitFromProvider(account.user(), identity.twoFactors(), client, now));
    }

    /** Empty for somebody whom nobody here knows. */
    private Mono<Found> found(Identity identity, Instant now) {
        return accounts.of(identity).map(Found::bound).switchIfEmpty(Mono.defer(() -> first(identity, now)));
    }

    /** Two who come at once for one account: the lock lets one bind it; the other finds what that one left. */
    private Mono<Found> first(Identity identity, Instant now) {
        return byEmail(identity)
                .flatMap(account -> account.admits()
                        ? accounts.bind(identity, account, now)
                                .flatMap(_ -> accounts.of(identity))
                                .map(Found::bound)
                                .defaultIfEmpty(Found.anothers(account))
                        : Mono.just(Found.bound(account)));
    }

    private Mono<Account> meant(Identity identity) {
        return accounts.of(identity).switchIfEmpty(Mono.defer(() -> byEmail(identity)));
    }

    private Mono<Account> byEmail(Identity identity) {
        return accounts.withEmail(EmailAddress.keyOf(identity.email()));
    }

    private Mono<Void> activated(Account account) {
        if (account.standing() != Standing.INVITED) {
            return Mono.empty();
        }
        return users.byId(account.user())
                .flatMap(user -> recordUser.record(user.withStatus(UserStatus.ACTIVE), UserEvent.Activated::new))
                .then(acceptAssignments.all(account.user()));
    }
}
