package io.rems.firm.signin;

import io.rems.firm.password.Door;
import io.rems.firm.secondfactor.EnrolSecondFactor;
import io.rems.firm.secondfactor.EnrolSecondFactor.Offer;
import io.rems.firm.secondfactor.VerifyCode;
import io.rems.firm.signin.Candidates.Known;
import io.rems.firm.signin.domain.Challenge;
import io.rems.firm.signin.domain.Challenge.Purpose;
import io.rems.firm.signin.domain.FailureReason;
import io.rems.platform.access.Actor;
import io.rems.platform.access.Caller;
import io.rems.platform.access.Client;
import io.rems.platform.access.CurrentCaller;
import io.rems.platform.access.FirmId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The second half of a sign-in: a code is shown, or a second factor set up first. A challenge is good for one session. */
@Component
public class AnswerChallenge {
    private static final Caller ITSELF = Caller.acting(Actor.service("firm"), FirmId.PLATFORM);

    private final Door door;
    private final Challenges challenges;
    private final Candidates candidates;
    private final FailedAttempts failedAttempts;
    private final SlowDown slowDown;
    private final VerifyCode verifyCode;
    private final EnrolSecondFactor enrol;
    private final StartSession startSession;
    private final NoteFailure noteFailure;
    private final Clock clock;

    AnswerChallenge(
            Door door,
            Challenges challenges,
            Candidates candidates,
            FailedAttempts failedAttempts,
            SlowDown slowDown,
            VerifyCode verifyCode,
            EnrolSecondFactor enrol,
            StartSession startSession,
            NoteFailure noteFailure,
            Clock clock) {
        this.door = door;
        this.challenges = challenges;
        this.candidates = candidates;
        this.failedAttempts = failedAttempts;
        this.slowDown = slowDown;
        this.verifyCode = verifyCode;
        this.enrol = enrol;
        this.startSession = startSession;
        this.noteFailure = noteFailure;
        this.clock = clock;
    }

    /** The tokens of the new session, and recovery codes if its second factor has just been set up. */
    public record Enrolled(Tokens tokens, List<String> recoveryCodes) {}

    public Mono<Tokens> withCode(Challenge challenge, String code, Client client) {
        return answered(
                challenge,
                Purpose.CODE,
                client,
                (known, now) -> verifyCode
                        .of(known.candidate().user(), code, now)
                        .flatMap(result -> switch (result) {
                            case ACCEPTED ->
                                signedIn(challenge, known, client, now).map(Optional::of);
                            case WRONG -> failed(known, client, now).thenReturn(Optional.empty());
                            case CLOSED -> slowDown.failed(client, now).thenReturn(Optional.empty());
                        }));
    }

    public Mono<Offer> beginEnrolment(Challenge challenge, Client client) {
        return answered(
                challenge,
                Purpose.ENROLMENT,
                client,
                (known, now) -> enrol.begin(known.candidate().user(), now).map(Optional::of));
    }

    public Mono<Enrolled> confirmEnrolment(Challenge challenge, String code, Client client) {
        return answered(
                challenge,
                Purpose.ENROLMENT,
                client,
                (known, now) -> enrol.confirm(known.candidate().user(), code, now)
                        .flatMap(codes -> signedIn(challenge, known, client, now)
                                .map(tokens -> Optional.of(new Enrolled(tokens, codes))))
                        .defaultIfEmpty(Optional.empty()));
    }

    /** A wrong code is counted and committed, then told. */
    private <T> Mono<T> answered(
            Challenge challenge, Purpose purpose, Client client, BiFunction<Known, Instant, Mono<Optional<T>>> answer) {
        return door.acrossFirms(Mono.defer(() -> {
                    var now = clock.instant();
                    return slowDown.admit(client, now)
                            .then(challenges.userOf(challenge, purpose, now))
                            .flatMap(candidates::byId)
                            .filter(known -> known.candidate().active())
                            .flatMap(known -> answer.apply(known, now));
                }))
                .contextWrite(context -> CurrentCaller.with(context, ITSELF))
                .switchIfEmpty(Mono.error(SignInRefused::challenge))
                .map(given -> given.orElseThrow(SignInRefused::code));
    }

    private Mono<Tokens> signedIn(Challenge challenge, Known known, Client client, Instant now) {
        return challenges
                .remove(challenge)
                .flatMap(method -> failedAttempts
                        .forget(known.emailKey())
                        .then(startSession.start(known.candidate().user(), method, client, now)));
    }

    private Mono<Void> failed(Known known, Client client, Instant now) {
        return slowDown.failed(client, now)
                .then(noteFailure.note(known.candidate(), FailureReason.WRONG_CODE, client, now));
    }
}
