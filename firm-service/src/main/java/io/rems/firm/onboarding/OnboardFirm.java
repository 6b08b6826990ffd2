package io.rems.firm.onboarding;

import io.rems.firm.firm.CreateFirm;
import io.rems.firm.invitation.InviteUser;
import io.rems.firm.invitation.Invited;
import io.rems.firm.settings.InitialSettings;
import io.rems.platform.access.Actor;
import io.rems.platform.access.FirmId;
import io.rems.platform.database.Transactions;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Brings a customer into REMS in one transaction: firm, settings, first administrator with his mail, and all events. */
@Component
class OnboardFirm {
    private final Transactions transactions;
    private final CreateFirm createFirm;
    private final InitialSettings initialSettings;
    private final InviteUser inviteUser;
    private final R2dbcOnboardings onboardings;
    private final Clock clock;

    OnboardFirm(
            Transactions transactions,
            CreateFirm createFirm,
            InitialSettings initialSettings,
            InviteUser inviteUser,
            R2dbcOnboardings onboardings,
            Clock clock) {
        this.transactions = transactions;
        this.createFirm = createFirm;
        this.initialSettings = initialSettings;
        this.inviteUser = inviteUser;
        this.onboardings = onboardings;
        this.clock = clock;
    }

    /** @param key of the command; under the same one the same firm is answered, not another made */
    Mono<Onboarding> onboard(NewOnboarding request, Actor actor, @Nullable String key) {
        if (key == null) {
            return transactions.acrossFirms(carriedOut(request));
        }
        return transactions.acrossFirms(onboardings
                .of(actor, key, clock.instant())
                .switchIfEmpty(Mono.defer(() -> carriedOut(request)
                        .flatMap(done -> onboardings
                                .keep(done, actor, key, clock.instant())
                                .thenReturn(done)))));
    }

    private Mono<Onboarding> carriedOut(NewOnboarding request) {
        return createFirm
                .create(request.firm(), request.expenseCategoryTemplate())
                .flatMap(firm -> initialSettings
                        .set(firm.id(), request.chosenSettings())
                        .flatMap(version -> invited(request, firm.id(), version)));
    }

    private Mono<Onboarding> invited(NewOnboarding request, FirmId firm, long version) {
        return inviteUser
                .invite(request.invitation(firm))
                .map(Invited::assignment)
                .map(assignment ->
                        new Onboarding(firm, assignment.orElseThrow().id().value(), version));
    }
}
