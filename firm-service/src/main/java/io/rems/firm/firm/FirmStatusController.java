package io.rems.firm.firm;

import io.rems.platform.access.FirmId;
import io.rems.platform.access.PlatformAdministratorOnly;
import io.rems.platform.events.AnsweredOncePublished;
import io.rems.platform.web.OwnTransactions;
import io.rems.platform.web.Responses;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What the operator of REMS does to a firm as a whole. */
@RestController
@RequestMapping("/api/v1/platform/firms/{id}")
class FirmStatusController {
    private final ChangeFirmStatus changeFirmStatus;

    FirmStatusController(ChangeFirmStatus changeFirmStatus) {
        this.changeFirmStatus = changeFirmStatus;
    }

    record Reason(@NotBlank @Size(max = 500) String reason) {}

    record PerhapsReason(@Nullable @Size(max = 500) String reason) {}

    @PostMapping("/suspension")
    @AnsweredOncePublished
    @OwnTransactions
    @PlatformAdministratorOnly
    Mono<ResponseEntity<FirmView>> suspend(@PathVariable UUID id, @Valid @RequestBody Reason why) {
        return changed(id, StatusChange.SUSPENSION, why.reason());
    }

    @PostMapping("/reactivation")
    @OwnTransactions
    @PlatformAdministratorOnly
    Mono<ResponseEntity<FirmView>> reactivate(@PathVariable UUID id, @Valid @RequestBody PerhapsReason why) {
        return changed(id, StatusChange.REACTIVATION, why.reason());
    }

    @PostMapping("/closure")
    @AnsweredOncePublished
    @OwnTransactions
    @PlatformAdministratorOnly
    Mono<ResponseEntity<FirmView>> close(@PathVariable UUID id, @Valid @RequestBody Reason why) {
        return changed(id, StatusChange.CLOSURE, why.reason());
    }

    private Mono<ResponseEntity<FirmView>> changed(UUID id, StatusChange change, @Nullable String reason) {
        return changeFirmStatus
                .change(new FirmId(id), change, reason)
                .map(firm -> Responses.withVersion(firm.version(), FirmView.of(firm)));
    }
}
