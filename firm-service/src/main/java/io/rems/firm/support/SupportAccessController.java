package io.rems.firm.support;

import io.rems.firm.support.SupportAccess.EndedBy;
import io.rems.platform.access.Caller;
import io.rems.platform.access.Permission;
import io.rems.platform.access.RequiresPermission;
import io.rems.platform.events.AnsweredOncePublished;
import io.rems.platform.web.ListQuery;
import io.rems.platform.web.OwnTransactions;
import io.rems.platform.web.Page;
import io.rems.platform.web.Responses;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Who of REMS was let into the caller's firm, and the firm's way to show him out. */
@RestController
@RequestMapping("/api/v1/support-accesses")
class SupportAccessController {
    private final R2dbcSupportAccesses accesses;
    private final EndSupportAccess endSupportAccess;

    SupportAccessController(R2dbcSupportAccesses accesses, EndSupportAccess endSupportAccess) {
        this.accesses = accesses;
        this.endSupportAccess = endSupportAccess;
    }

    @GetMapping
    @RequiresPermission(Permission.SUPPORT_READ)
    Mono<Page<SupportAccessView>> list(ListQuery query) {
        return accesses.pageOfFirm(query).map(page -> page.map(SupportAccessView::of));
    }

    @PostMapping("/{id}/end")
    @AnsweredOncePublished
    @OwnTransactions
    @RequiresPermission(Permission.SUPPORT_END)
    Mono<ResponseEntity<SupportAccessView>> end(@PathVariable UUID id, Caller caller) {
        return endSupportAccess
                .end(caller.firm(), id, EndedBy.FIRM)
                .map(ended -> Responses.withVersion(ended.version(), SupportAccessView.of(ended)));
    }
}
