package io.rems.firm.onboarding;

import io.rems.platform.access.Caller;
import io.rems.platform.access.PlatformAdministratorOnly;
import io.rems.platform.web.OwnTransactions;
import io.rems.platform.web.Responses;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** How a customer begins. */
@RestController
@RequestMapping("/api/v1/platform/onboardings")
class OnboardingController {
    private final OnboardFirm onboardFirm;

    OnboardingController(OnboardFirm onboardFirm) {
        this.onboardFirm = onboardFirm;
    }

    /** Tells nothing of the administrator's login: whether he had one before is not told. */
    record OnboardingView(
            UUID firmId,
            String firmName,
            String administratorEmail,
            UUID administratorAssignmentId,
            Map<String, String> settings,

            @Nullable @Schema(implementation = CategoryTemplate.class)
            String expenseCategoryTemplate) {

        static OnboardingView of(NewOnboarding asked, Onboarding done) {
            return new OnboardingView(
                    done.firm().value(),
                    asked.firm().name(),
                    asked.administrator().email(),
                    done.assignment(),
                    asked.chosenSettings(),
                    asked.expenseCategoryTemplate());
        }
    }

    @PostMapping
    @OwnTransactions
    @PlatformAdministratorOnly
    Mono<ResponseEntity<OnboardingView>> onboard(
            @Valid @RequestBody NewOnboarding request,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            Caller caller) {
        return onboardFirm
                .onboard(request, caller.actor(), key)
                .map(done -> Responses.created(
                        "/api/v1/platform/firms/" + done.firm(), done.version(), OnboardingView.of(request, done)));
    }
}
