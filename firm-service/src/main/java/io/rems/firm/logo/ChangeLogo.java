package io.rems.firm.logo;

import io.rems.firm.firm.Firms;
import io.rems.platform.access.CurrentCaller;
import io.rems.platform.database.Transactions;
import io.rems.platform.events.Outbox;
import io.rems.platform.problem.NotFound;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Gives the caller's firm a logo, or takes it away. */
@Component
class ChangeLogo {
    private final Transactions transactions;
    private final R2dbcLogos logos;
    private final Firms firms;
    private final Outbox outbox;

    ChangeLogo(Transactions transactions, R2dbcLogos logos, Firms firms, Outbox outbox) {
        this.transactions = transactions;
        this.logos = logos;
        this.firms = firms;
        this.outbox = outbox;
    }

    Mono<Void> put(Logo logo) {
        return transactions.inFirm(logos.put(logo).then(tell(logo)));
    }

    Mono<Void> remove() {
        var removed = logos.remove()
                .filter(wasThere -> wasThere)
                .switchIfEmpty(Mono.error(() -> new NotFound("logo", "of this firm")))
                .then(tell(null));
        return transactions.inFirm(removed);
    }

    private Mono<Void> tell(@Nullable Logo logo) {
        return CurrentCaller.get()
                .flatMap(caller -> firms.nextVersion()
                        .flatMap(version -> outbox.append(
                                List.of(FirmLogoChanged.of(caller.firm().value(), version, logo)))));
    }
}
