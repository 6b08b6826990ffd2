package io.rems.firm.logo;

import io.rems.firm.firm.Firms;
import io.rems.platform.access.Actor;
import io.rems.platform.access.FirmId;
import io.rems.platform.database.Transactions;
import io.rems.platform.events.Outbox;
import io.rems.platform.problem.NotFound;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Gives a firm a logo, or takes it away. The firm's next version, taken first, makes two who do it at once wait. */
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

    Mono<Logo> put(FirmId firm, Actor actor, Expected expected, Logo logo) {
        var changing = version(firm)
                .flatMap(version -> logos.tag()
                        .doOnNext(expected::require)
                        .then(logos.put(logo))
                        .then(tell(firm, version, logo)));
        return transactions.inFirm(firm, actor, changing).thenReturn(logo);
    }

    Mono<Void> remove(FirmId firm, Actor actor, Expected expected) {
        var changing = version(firm)
                .flatMap(version -> logos.tag()
                        .filter(Optional::isPresent)
                        .switchIfEmpty(Mono.error(() -> new NotFound("logo of firm", firm)))
                        .doOnNext(expected::require)
                        .then(logos.remove())
                        .then(tell(firm, version, null)));
        return transactions.inFirm(firm, actor, changing);
    }

    private Mono<Long> version(FirmId firm) {
        return firms.nextVersion().switchIfEmpty(Mono.error(() -> new NotFound("firm", firm)));
    }

    private Mono<Void> tell(FirmId firm, long version, @Nullable Logo logo) {
        return outbox.append(List.of(FirmLogoChanged.of(firm.value(), version, logo)));
    }
}
