package io.rems.firm.signin;

import io.rems.firm.signin.domain.Candidate;
import io.rems.firm.signin.domain.FailureReason;
import io.rems.firm.signin.domain.SignInEvent;
import io.rems.platform.access.Client;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Remembers for a user, and tells the audit log, that somebody tried to sign in as him in vain; who tried is told nothing. */
@Component
public class NoteFailure {
    private final Candidates candidates;
    private final SignInRecords records;
    private final PublishSignIn publish;

    NoteFailure(Candidates candidates, SignInRecords records, PublishSignIn publish) {
        this.candidates = candidates;
        this.records = records;
        this.publish = publish;
    }

    /** In the open transaction across firms. */
    public Mono<Void> of(UUID user, FailureReason reason, Client client, Instant now) {
        return candidates.byId(user).flatMap(known -> note(known.candidate(), reason, client, now));
    }

    Mono<Void> note(Candidate candidate, FailureReason reason, Client client, Instant now) {
        var recorded = records.failed(candidate, reason, client, now);
        return candidate.isSomebody()
                ? recorded.then(
                        publish.event(new SignInEvent.SignInFailed(candidate.user(), candidate.version(), reason)))
                : recorded;
    }
}
