package io.rems.firm.firm;

import io.rems.platform.access.FirmId;
import io.rems.platform.access.PlatformAdministratorOnly;
import io.rems.platform.database.Transactions;
import io.rems.platform.problem.NotFound;
import io.rems.platform.web.IfMatch;
import io.rems.platform.web.ListQuery;
import io.rems.platform.web.OwnTransactions;
import io.rems.platform.web.Page;
import io.rems.platform.web.Responses;
import jakarta.validation.Valid;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** All firms, for the operator of REMS. */
@RestController
@RequestMapping("/api/v1/platform/firms")
class PlatformFirmController {
    private final CreateFirm createFirm;
    private final ChangeFirmProfile changeFirmProfile;
    private final Transactions transactions;
    private final R2dbcFirms firms;

    PlatformFirmController(
            CreateFirm createFirm, ChangeFirmProfile changeFirmProfile, Transactions transactions, R2dbcFirms firms) {
        this.createFirm = createFirm;
        this.changeFirmProfile = changeFirmProfile;
        this.transactions = transactions;
        this.firms = firms;
    }

    @PostMapping
    @OwnTransactions
    @PlatformAdministratorOnly
    Mono<ResponseEntity<FirmView>> create(@Valid @RequestBody FirmRequest request) {
        return createFirm
                .create(request, null)
                .map(firm ->
                        Responses.created("/api/v1/platform/firms/" + firm.id(), firm.version(), FirmView.of(firm)));
    }

    @GetMapping
    @PlatformAdministratorOnly
    Mono<Page<FirmView>> list(
            ListQuery query,
            @RequestParam(required = false) @Nullable FirmStatus status,
            @RequestParam(required = false) @Nullable Industry industry,
            @RequestParam(required = false) @Nullable String email,
            @RequestParam(required = false) @Nullable Instant createdFrom,
            @RequestParam(required = false) @Nullable Instant createdTo) {
        var search = new FirmSearch(status, industry, email, createdFrom, createdTo);
        return transactions.acrossFirms(firms.page(query, search)).map(page -> page.map(FirmView::of));
    }

    @PutMapping("/{id}")
    @PlatformAdministratorOnly
    Mono<ResponseEntity<FirmView>> change(
            @PathVariable UUID id, IfMatch ifMatch, @Valid @RequestBody FirmRequest request) {
        return changeFirmProfile
                .change(new FirmId(id), ifMatch.version(), request)
                .map(firm -> Responses.withVersion(firm.version(), FirmView.of(firm)));
    }

    @GetMapping("/{id}")
    @PlatformAdministratorOnly
    Mono<ResponseEntity<FirmView>> byId(@PathVariable UUID id) {
        return transactions
                .acrossFirms(firms.byId(new FirmId(id)))
                .map(firm -> Responses.withVersion(firm.version(), FirmView.of(firm)))
                .switchIfEmpty(Mono.error(() -> new NotFound("firm", id)));
    }
}
