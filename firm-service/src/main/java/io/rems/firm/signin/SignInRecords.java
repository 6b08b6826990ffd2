package io.rems.firm.signin;

import io.rems.firm.signin.domain.Candidate;
import io.rems.firm.signin.domain.FailureReason;
import io.rems.firm.signin.domain.Session;
import io.rems.firm.signin.domain.SignInMethod;
import io.rems.platform.access.Client;
import io.rems.platform.web.ListQuery;
import io.rems.platform.web.Page;
import java.time.Instant;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** What users can look up of their own sign-ins, and of others' attempts. */
public interface SignInRecords {

    Mono<Void> succeeded(Session session, SignInMethod method, Client client, Instant at);

    /** For an e-mail that is nobody's the same statement leaves no record: it takes as long. */
    Mono<Void> failed(Candidate candidate, FailureReason reason, Client client, Instant at);

    Mono<Page<SignInRecord>> page(UUID user, ListQuery query);

    Mono<Long> dropOlderThan(Instant time);
}
