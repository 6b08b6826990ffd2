package io.rems.reporting.people;

import io.rems.platform.database.FirmSql;
import io.rems.platform.events.ReceivedEvent;
import io.rems.reporting.progress.Position;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Sign-ins are added up, so that their order does not matter; of an assignment the newest state stands. */
@Component
class R2dbcPeople implements People {
    private static final int RUNS = 1;
    private static final int IS_OVER = 2;
    private static final String ASSIGN = """
            INSERT INTO assignment (firm_id, id, position, user_id, role, over)
            VALUES (:firm, :id, :position, :user, :role, :over)
            ON CONFLICT (firm_id, id) DO UPDATE
               SET position = excluded.position, role = coalesce(excluded.role, assignment.role), over = excluded.over
             WHERE assignment.position < excluded.position
            """;
    private static final String SEEN = """
            INSERT INTO user_activity (user_id, last_signed_in) VALUES (:user, :time)
            ON CONFLICT (user_id) DO UPDATE
               SET last_signed_in = greatest(user_activity.last_signed_in, excluded.last_signed_in)
            """;
    private static final String ADD = """
            INSERT INTO user_sign_in (user_id, slot, succeeded, failed)
            VALUES (:user, date_bin('15 minutes', :time, TIMESTAMPTZ 'epoch'), :succeeded, :failed)
            ON CONFLICT (user_id, slot) DO UPDATE
               SET succeeded = user_sign_in.succeeded + excluded.succeeded,
                   failed = user_sign_in.failed + excluded.failed
            """;
    private static final String ADD_TO_TOTAL = """
            INSERT INTO sign_in_total (firm_id, slot, succeeded, failed)
            VALUES (:firm, date_bin('15 minutes', :time, TIMESTAMPTZ 'epoch'), :succeeded, :failed)
            ON CONFLICT (firm_id, slot) DO UPDATE
               SET succeeded = sign_in_total.succeeded + excluded.succeeded,
                   failed = sign_in_total.failed + excluded.failed
            """;

    private final FirmSql database;

    R2dbcPeople(FirmSql database) {
        this.database = database;
    }

    @Override
    public Mono<Void> works(ReceivedEvent event, AssignmentTold assignment) {
        return assign(event, assignment, RUNS, assignment.role());
    }

    @Override
    public Mono<Void> left(ReceivedEvent event, AssignmentTold assignment) {
        return assign(event, assignment, IS_OVER, null);
    }

    @Override
    public Mono<Void> signedIn(ReceivedEvent event, SignInTold signIn) {
        var seen = database.sql(SEEN)
                .bind("user", signIn.userId())
                .bind("time", event.time())
                .update();
        return seen.then(add(event, signIn, 1, 0));
    }

    @Override
    public Mono<Void> failedToSignIn(ReceivedEvent event, SignInTold signIn) {
        return add(event, signIn, 0, 1);
    }

    private Mono<Void> assign(ReceivedEvent event, AssignmentTold assignment, int step, @Nullable String role) {
        return database.sql(ASSIGN)
                .bind("id", event.subject())
                .bind("position", Position.of(event, step).value())
                .bind("user", assignment.userId())
                .bindNullable("role", role, String.class)
                .bind("over", step == IS_OVER)
                .update()
                .then();
    }

    private Mono<Void> add(ReceivedEvent event, SignInTold signIn, int succeeded, int failed) {
        var ofUser = database.sql(ADD)
                .bind("user", signIn.userId())
                .bind("time", event.time())
                .bind("succeeded", succeeded)
                .bind("failed", failed)
                .update();
        var ofAll = database.sql(ADD_TO_TOTAL)
                .bind("time", event.time())
                .bind("succeeded", succeeded)
                .bind("failed", failed)
                .update();
        return ofUser.then(ofAll).then();
    }
}
