package io.rems.firm.assignment;

import io.rems.firm.assignment.AccessDirectory.Access;
import io.rems.firm.assignment.AccessDirectory.Entry;
import io.rems.platform.access.Actor;
import io.rems.platform.access.Caller;
import io.rems.platform.access.CurrentCaller;
import io.rems.platform.access.FirmId;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Lets a user into a firm. Whoever has a login already accepts a firm's invitation by coming, and by nothing else. */
@Component
public class EnterFirm {
    private final AccessDirectory directory;
    private final AcceptAssignments acceptAssignments;

    EnterFirm(AccessDirectory directory, AcceptAssignments acceptAssignments) {
        this.directory = directory;
        this.acceptAssignments = acceptAssignments;
    }

    /** As {@link AccessDirectory#of} says. */
    public Mono<Access> enter(UUID user, @Nullable FirmId firm) {
        return directory.of(user, firm).flatMap(this::entered);
    }

    private Mono<Access> entered(Entry entry) {
        var access = entry.access();
        return entry.firstTime()
                ? accepted(access.userId(), new FirmId(Objects.requireNonNull(access.firmId())))
                        .thenReturn(access)
                : Mono.just(access);
    }

    private Mono<Void> accepted(UUID user, FirmId firm) {
        var himself = Caller.acting(Actor.user(user), FirmId.PLATFORM);
        return acceptAssignments.in(firm, user).contextWrite(context -> CurrentCaller.with(context, himself));
    }
}
