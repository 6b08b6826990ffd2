package io.rems.firm.signin.web;

import io.rems.firm.signin.Candidates;
import io.rems.firm.signin.SignInRecord;
import io.rems.firm.signin.SignInRecords;
import io.rems.platform.access.Permission;
import io.rems.platform.access.RequiresPermission;
import io.rems.platform.database.Transactions;
import io.rems.platform.problem.NotFound;
import io.rems.platform.web.ListQuery;
import io.rems.platform.web.Page;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** For a firm's administrators: the sign-ins of those who work there now. */
@RestController
@RequestMapping("/api/v1/users/{id}/sign-ins")
class ColleagueSignInsController {
    private final Transactions transactions;
    private final Candidates candidates;
    private final SignInRecords records;

    ColleagueSignInsController(Transactions transactions, Candidates candidates, SignInRecords records) {
        this.transactions = transactions;
        this.candidates = candidates;
        this.records = records;
    }

    @GetMapping
    @RequiresPermission(Permission.USER_READ)
    Mono<Page<SignInRecord>> signIns(@PathVariable UUID id, ListQuery query) {
        return candidates
                .isColleague(id)
                .filter(colleague -> colleague)
                .switchIfEmpty(Mono.error(() -> new NotFound("user", id)))
                .flatMap(_ -> transactions.acrossFirms(records.page(id, query)));
    }
}
