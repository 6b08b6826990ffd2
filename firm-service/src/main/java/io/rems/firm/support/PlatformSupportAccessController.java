package io.rems.firm.support;

import io.rems.firm.support.SupportAccess.EndedBy;
import io.rems.platform.access.Caller;
import io.rems.platform.access.FirmId;
import io.rems.platform.access.PlatformAdministratorOnly;
import io.rems.platform.database.Transactions;
import io.rems.platform.events.AnsweredOncePublished;
import io.rems.platform.web.ListQuery;
import io.rems.platform.web.OwnTransactions;
import io.rems.platform.web.Page;
import io.rems.platform.web.Responses;
import jakarta.validation.Valid;
import java.util.Objects;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** How a platform administrator asks for access to a firm's data, and gives it back. */
@RestController
@RequestMapping("/api/v1/platform/firms/{firmId}/support-accesses")
class PlatformSupportAccessController {
    private final Transactions transactions;
    private final R2dbcSupportAccesses accesses;
    private final GrantSupportAccess grantSupportAccess;
    private final EndSupportAccess endSupportAccess;

    PlatformSupportAccessController(
            Transactions transactions,
            R2dbcSupportAccesses accesses,
            GrantSupportAccess grantSupportAccess,
            EndSupportAccess endSupportAccess) {
        this.transactions = transactions;
        this.accesses = accesses;
        this.grantSupportAccess = grantSupportAccess;
        this.endSupportAccess = endSupportAccess;
    }

    @PostMapping
    @OwnTransactions
    @PlatformAdministratorOnly
    Mono<ResponseEntity<SupportAccessView>> grant(
            @PathVariable UUID firmId, @Valid @RequestBody NewSupportAccess request, Caller caller) {
        return grantSupportAccess
                .grant(new FirmId(firmId), Objects.requireNonNull(caller.userId()), request)
                .map(access -> Responses.created(
                        "/api/v1/platform/firms/" + firmId + "/support-accesses",
                        access.version(),
                        SupportAccessView.of(access)));
    }

    @GetMapping
    @PlatformAdministratorOnly
    Mono<Page<SupportAccessView>> list(@PathVariable UUID firmId, ListQuery query) {
        return transactions
                .acrossFirms(accesses.pageOf(new FirmId(firmId), query))
                .map(page -> page.map(SupportAccessView::of));
    }

    @PostMapping("/{id}/end")
    @AnsweredOncePublished
    @OwnTransactions
    @PlatformAdministratorOnly
    Mono<ResponseEntity<SupportAccessView>> end(@PathVariable UUID firmId, @PathVariable UUID id) {
        return endSupportAccess
                .end(new FirmId(firmId), id, EndedBy.OPERATOR)
                .map(ended -> Responses.withVersion(ended.version(), SupportAccessView.of(ended)));
    }
}
