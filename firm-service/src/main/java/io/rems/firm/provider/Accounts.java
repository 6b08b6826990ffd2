package io.rems.firm.provider;

import io.rems.firm.provider.domain.Account;
import io.rems.firm.provider.domain.Identity;
import java.time.Instant;
import reactor.core.publisher.Mono;

/** The users, and which of a provider's subjects each of them is. */
public interface Accounts {

    /** The user who signed in as this subject before, locked until the transaction ends; empty if nobody did. */
    Mono<Account> of(Identity identity);

    /** The user with this e-mail, locked until the transaction ends; empty if it is nobody's. */
    Mono<Account> withEmail(String emailKey);

    /** Binds the subject to the user, for ever; unless one of them is bound already. @return whether it was bound */
    Mono<Boolean> bind(Identity identity, Account account, Instant at);
}
