package io.rems.local.demo;

import io.rems.local.StackFailure;
import io.rems.local.api.Answer;
import io.rems.local.api.ApiProblem;
import io.rems.local.api.Gateway;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Where the story plays: its firm, its people, and what they do in more than one chapter. */
final class Stage {

    static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final ZoneId ZONE = ZoneId.of("Asia/Kuwait");
    private static final Set<String> ON_THE_WAY = Set.of("SUBMITTED", "ROUTING");
    private static final int UNAUTHENTICATED = 401;

    private final Gateway gateway;
    private final DemoFirm firm;
    private final Narrator narrator;

    Stage(Gateway gateway, DemoFirm firm, Narrator narrator) {
        this.gateway = gateway;
        this.firm = firm;
        this.narrator = narrator;
    }

    DemoFirm firm() {
        return firm;
    }

    Narrator narrator() {
        return narrator;
    }

    Actor enter(String email) {
        var name = firm.section("people").stream()
                .filter(person -> person.path("email").asString().equals(email))
                .map(person -> person.path("name").asString())
                .findFirst()
                .orElseThrow();
        try {
            var session = gateway.signIn(email, DemoLogins.PASSWORD).inFirm(firm.id());
            LocalProfile.require(gateway, session);
            return new Actor(name, session.heardBy(narrator::hears), session);
        } catch (ApiProblem problem) {
            if (problem.status() == UNAUTHENTICATED) {
                throw new StackFailure(
                        "%s cannot sign in: the story needs the demo firms, which ./rems up --fresh loads."
                                .formatted(email),
                        problem);
            }
            throw problem;
        }
    }

    /** Records and submits an expense of today. */
    Answer submit(Actor accountant, String property, String category, String amount, String description) {
        return accountant
                .told()
                .post(
                        "/api/v1/expenses",
                        Map.of(
                                "propertyId", firm.idOf("properties/" + property),
                                "categoryId", firm.idOf("expenseCategories/" + category),
                                "amount", Map.of("amount", amount, "currency", "KWD"),
                                "date", LocalDate.now(ZONE),
                                "description", description,
                                "submit", true));
    }

    static String path(Answer expense) {
        return "/api/v1/expenses/" + expense.id("id");
    }

    /** The expense once it stands before those who decide. */
    Answer routed(Actor reader, String path) {
        return await(
                "the expense to be put before those who decide",
                PATIENCE,
                () -> Optional.of(reader.aside().get(path))
                        .filter(expense -> !ON_THE_WAY.contains(expense.text("state"))));
    }

    void expectState(Actor reader, String path, String state) {
        var found = reader.aside().get(path).text("state");
        expect(found.equals(state), "the expense is %s, not %s".formatted(found, state));
        narrator.outcome("The expense is " + state + ".");
    }

    /** A moment passes between a change and the news of it. */
    <T> T await(String what, Duration limit, Supplier<Optional<T>> source) {
        return Waiting.forValue(limit, source)
                .orElseThrow(() -> new StoryBroken("waited %d s for %s".formatted(limit.toSeconds(), what)));
    }

    void expectRefusal(ApiProblem problem, int status, String code) {
        expect(
                problem.status() == status && problem.code().equals(code),
                "refused with %d %s, not %d %s".formatted(problem.status(), problem.code(), status, code));
        narrator.outcome("Refused: %s. %s".formatted(problem.code(), problem.detail()));
    }

    static void expect(boolean holds, String otherwise) {
        if (!holds) {
            throw new StoryBroken(otherwise);
        }
    }
}
