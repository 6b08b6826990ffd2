package io.rems.platform.events;

import io.rems.platform.PlatformTestApplication.NoteTorn;
import io.rems.platform.access.AnyCaller;
import io.rems.platform.database.Transactions;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Commands whose effect others must have heard of before they are answered. */
@RestController
public class TearingController {
    private final Transactions transactions;
    private final Outbox outbox;

    public TearingController(Transactions transactions, Outbox outbox) {
        this.transactions = transactions;
        this.outbox = outbox;
    }

    @AnsweredOncePublished
    @DeleteMapping("/torn-notes/{note}")
    @AnyCaller
    Mono<ResponseEntity<Void>> tear(@PathVariable UUID note) {
        return torn(note).thenReturn(ResponseEntity.noContent().build());
    }

    @AnsweredOncePublished
    @PostMapping("/torn-notes/{note}")
    @AnyCaller
    Mono<ResponseEntity<UUID>> tearOnce(@PathVariable UUID note) {
        return torn(note)
                .thenReturn(ResponseEntity.status(HttpStatus.CREATED).eTag("1").body(note));
    }

    private Mono<Void> torn(UUID note) {
        return transactions.inFirm(outbox.append(List.of(Message.of(note, 1, new NoteTorn(note)))));
    }
}
