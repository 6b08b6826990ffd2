package io.rems.firm.signin;

import io.rems.firm.signin.Candidates.Known;
import io.rems.firm.user.EmailAddress;
import io.rems.platform.access.Actor;
import io.rems.platform.access.Caller;
import io.rems.platform.access.Client;
import io.rems.platform.access.CurrentCaller;
import io.rems.platform.access.FirmId;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Sign-in with a password. An e-mail that is nobody's goes through the same statements and the same hashing as any
 * other, and is locked like any other, so that neither answer nor time tells it apart.
 */
@Component
public class SignIn {
    private static final Caller ITSELF = Caller.acting(Actor.service("firm"), FirmId.PLATFORM);

    private final Candidates candidates;
    private final TryPassword tryPassword;
    private final AdmitUser admitUser;
    private final EvenRefusals refusals;

    SignIn(Candidates candidates, TryPassword tryPassword, AdmitUser admitUser, EvenRefusals refusals) {
        this.candidates = candidates;
        this.tryPassword = tryPassword;
        this.admitUser = admitUser;
        this.refusals = refusals;
    }

    public Mono<Admission> signIn(String email, String password, Client client) {
        var key = EmailAddress.keyOf(email);
        var whom = candidates.byEmail(key).map(candidate -> new Known(key, candidate));
        return refusals.of(tryPassword
                .of(whom, password, client, admitUser::admit)
                .contextWrite(context -> CurrentCaller.with(context, ITSELF))
                .switchIfEmpty(Mono.error(SignInRefused::password)));
    }
}
