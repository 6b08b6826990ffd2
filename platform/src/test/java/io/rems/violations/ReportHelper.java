package io.rems.violations;

import io.rems.platform.database.FirmSql;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Breaks: names, visibility, blocking, time, the database and Kafka past the platform. */
@RestController
public class ReportHelper {
    @Nullable
    String waits(Mono<String> publisher) {
        return publisher.block(Duration.ofSeconds(1));
    }

    Instant looksAtTheWall() {
        return Instant.now();
    }

    void sends(KafkaTemplate<String, String> kafka) {
        kafka.send("topic", "now");
    }

    Object reaches(DatabaseClient database, FirmSql sql) {
        return database.sql(sql.toString());
    }
}
