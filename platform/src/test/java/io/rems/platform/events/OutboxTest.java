package io.rems.platform.events;

import static io.rems.platform.PlatformTestApplication.ECHO_WANTED;
import static io.rems.platform.PlatformTestApplication.NOTE_TAKEN;
import static io.rems.platform.PlatformTestApplication.POISONED;
import static io.rems.platform.PlatformTestApplication.POISON_IS_DEADLY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rems.embedded.KafkaBroker;
import io.rems.embedded.TestServers;
import io.rems.platform.Identifiers;
import io.rems.platform.PlatformTestApplication.Counted;
import io.rems.platform.PlatformTestApplication.Note;
import io.rems.platform.access.Actor;
import io.rems.platform.access.Caller;
import io.rems.platform.access.CurrentCaller;
import io.rems.platform.access.FirmId;
import io.rems.platform.database.FirmSql;
import io.rems.platform.database.Transactions;
import io.rems.platform.job.Jobs;
import io.rems.platform.test.RemsTest;
import io.rems.platform.test.TestCallers;
import io.rems.platform.test.TestDatabase;
import io.rems.platform.test.TestEvents;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.kafka.support.SendResult;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

@RemsTest
class OutboxTest {
    private static final Duration BOUND = Duration.ofSeconds(40);
    private static final Actor ACTOR = Actor.service("test");

    @Autowired
    private Transactions transactions;

    @Autowired
    private FirmSql sql;

    @Autowired
    private Outbox outbox;

    @Autowired
    private Jobs jobs;

    @Autowired
    private OutboxRelay relay;

    @Autowired
    private KafkaTemplate<String, byte[]> kafka;

    @Autowired
    private ProducerFactory<String, byte[]> producers;

    @Autowired
    private EventsSettings settings;

    @Autowired
    private DeadLetters deadLetters;

    @Autowired
    private TestEvents events;

    @Autowired
    private TestDatabase database;

    private final FirmId firm = TestCallers.newFirm();
    private final List<OutboxRelay> extraRelays = new ArrayList<>();

    @BeforeEach
    void relayRuns() {
        if (!relay.isRunning()) {
            relay.start();
        }
    }

    @AfterEach
    void extraRelaysEnd() {
        extraRelays.forEach(OutboxRelay::stop);
    }

    @Test
    void anEventIsPublishedWithItsEnvelopeAndAppliedOnce() {
        UUID subject = Identifiers.next();

        append(note(subject, 1, "first"));

        ReceivedEvent event = events.await(NOTE_TAKEN, subject);
        assertThat(event.firm()).isEqualTo(firm);
        assertThat(event.actor()).isEqualTo(ACTOR);
        assertThat(event.source()).isEqualTo("/rems/platform-service");
        assertThat(event.aggregateVersion()).isEqualTo(1);
        assertThat(event.data().get("text").stringValue()).isEqualTo("first");
        awaitNotes(firm, subject + " first 1");
        awaitEmptyOutbox();
    }

    @Test
    void whatIsDoneUnderASupportAccessIsMarkedWithItAndSoIsWhatFollows() {
        Actor supporter = Actor.user(Identifiers.next()).under(Identifiers.next());
        UUID done = Identifiers.next();
        UUID follows = Identifiers.next();

        transactions
                .inFirm(firm, supporter, outbox.append(List.of(note(done, 1, "mended"))))
                .block(BOUND);
        events.publishBy(supporter, "platform", ECHO_WANTED, firm, done, 2, new Note(follows, "echo"));

        assertThat(events.await(NOTE_TAKEN, done).actor()).isEqualTo(supporter);
        assertThat(events.await(NOTE_TAKEN, follows).actor()).isEqualTo(supporter);
    }

    @Test
    void whatALongJobDoesUnderASupportAccessIsMarkedWithItToo() {
        Actor supporter = Actor.user(Identifiers.next()).under(Identifiers.next());
        UUID done = Identifiers.next();

        jobs.start("mending", _ -> transactions.inFirm(outbox.append(List.of(note(done, 1, "mended")))))
                .contextWrite(context -> CurrentCaller.with(context, Caller.acting(supporter, firm)))
                .block(BOUND);

        assertThat(events.await(NOTE_TAKEN, done).actor()).isEqualTo(supporter);
    }

    @Test
    void whatIsRolledBackIsNotPublished() {
        UUID undone = Identifiers.next();
        UUID done = Identifiers.next();

        Mono<Void> failing = transactions.inFirm(
                firm,
                ACTOR,
                outbox.append(List.of(note(undone, 1, "undone"))).then(Mono.error(new IllegalStateException("no"))));
        assertThatThrownBy(() -> failing.block(BOUND)).hasMessage("no");
        append(note(done, 1, "done"));

        events.await(NOTE_TAKEN, done);
        assertThat(events.all()).noneMatch(event -> event.subject().equals(undone));
    }

    @Test
    void aSecondDeliveryDoesNothing() {
        UUID subject = Identifiers.next();
        UUID id = events.publish("platform", NOTE_TAKEN, firm, subject, 1, new Note(subject, "once"));
        awaitNotes(firm, subject + " once 1");

        events.publishAgain(id, "platform", NOTE_TAKEN, firm, subject, 1, new Note(subject, "once"));
        events.publish("platform", NOTE_TAKEN, firm, subject, 2, new Note(subject, "after"));

        awaitNotes(firm, subject + " once 1", subject + " after 2");
    }

    @Test
    void aPoisonedEventStopsNobodyAndIsAppliedByAReplay() {
        POISON_IS_DEADLY.set(true);
        UUID subject = Identifiers.next();
        FirmId other = TestCallers.newFirm();

        events.publish("platform", POISONED, firm, subject, 1, new Note(subject, "arsenic"));
        events.publish("platform", NOTE_TAKEN, firm, subject, 2, new Note(subject, "same firm"));
        events.publish("platform", NOTE_TAKEN, other, subject, 1, new Note(subject, "other firm"));

        awaitNotes(other, subject + " other firm 1");
        awaitNotes(firm, subject + " same firm 2");
        assertThat(reasonOfDeadLetter(subject)).contains("This is poison: arsenic");
        assertThat(Objects.requireNonNull(deadLetters.replay("notes").block(BOUND))
                        .failed())
                .singleElement()
                .asString()
                .contains("arsenic");

        POISON_IS_DEADLY.set(false);
        assertThat(deadLetters.replay("notes").block(BOUND)).isEqualTo(new DeadLetters.Replay(1, List.of()));

        awaitNotes(firm, subject + " same firm 2", subject + " arsenic 1");
        assertThat(deadLetters.replay("notes").block(BOUND)).isEqualTo(new DeadLetters.Replay(0, List.of()));
    }

    @Test
    void eventsOfOneSubjectKeepTheirOrderUnderConcurrencyAndWithThreeRelays() {
        extraRelay(kafka);
        extraRelay(kafka);
        List<UUID> subjects = Stream.generate(Identifiers::next).limit(12).toList();
        subjects.forEach(this::startCounter);

        Flux.range(0, 600)
                .flatMap(i -> increment(subjects.get(i % subjects.size())).subscribeOn(Schedulers.parallel()), 16)
                .then()
                .block(BOUND);
        awaitEmptyOutbox();

        Map<UUID, List<Long>> published = new HashMap<>();
        events.all().stream()
                .filter(event -> subjects.contains(event.subject()))
                .forEach(event -> published
                        .computeIfAbsent(event.subject(), _ -> new ArrayList<>())
                        .add(event.aggregateVersion()));
        assertThat(published).hasSize(12);
        assertThat(published.values())
                .allSatisfy(versions -> assertThat(versions)
                        .containsExactlyElementsOf(
                                LongStream.rangeClosed(2, 51).boxed().toList()));
    }

    @Test
    void manyEventsOfOneTransactionKeepTheirOrder() {
        UUID subject = Identifiers.next();
        List<Message> many = LongStream.rangeClosed(1, 1_200)
                .mapToObj(version -> Message.of(subject, version, new Counted(version)))
                .toList();

        transactions.inFirm(firm, ACTOR, outbox.append(many)).block(BOUND);
        awaitEmptyOutbox();

        events.await(event -> event.subject().equals(subject) && event.aggregateVersion() == 1_200, "the last one");
        assertThat(events.all())
                .filteredOn(event -> event.subject().equals(subject))
                .extracting(ReceivedEvent::aggregateVersion)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, 1_200).boxed().toList());
    }

    @Test
    void aTransactionThatCommitsLateLosesNothing() throws SQLException {
        UUID late = Identifiers.next();
        UUID early = Identifiers.next();
        try (Connection slow = database.asApp(firm)) {
            slow.setAutoCommit(false);
            insert(slow, late);
            append(note(early, 1, "early"));
            slow.commit();
        }

        events.await(NOTE_TAKEN, early);
        events.await(NOTE_TAKEN, late);
        awaitNotes(firm, early + " early 1", late + " late 1");
    }

    @Test
    void aRelayThatDiesBetweenSendAndDeleteCausesADuplicateThatTheInboxAbsorbs() {
        relay.stop();
        UUID subject = Identifiers.next();
        append(note(subject, 1, "twice sent"));
        var dying = extraRelay(new KafkaTemplate<>(producers) {
            @Override
            public CompletableFuture<SendResult<String, byte[]>> send(ProducerRecord<String, byte[]> message) {
                return super.send(message).thenCompose(_ -> new CompletableFuture<>());
            }
        });
        events.await(NOTE_TAKEN, subject);
        dying.stop();

        relay.start();
        awaitEmptyOutbox();
        append(note(subject, 2, "after"));

        awaitNotes(firm, subject + " twice sent 1", subject + " after 2");
        assertThat(events.all().stream().filter(event -> event.subject().equals(subject)))
                .hasSize(3);
    }

    @Test
    void whileTheBrokerIsAwayEventsWait(@TempDir Path folder) {
        relay.stop();
        var options = new KafkaBroker.Options(folder.resolve("broker"), folder.resolve("broker.log"), 0);
        KafkaBroker broker = KafkaBroker.start(options);
        int port = Integer.parseInt(broker.bootstrapServers().split(":")[1]);
        var restart = new KafkaBroker.Options(options.folder(), options.log(), port);
        extraRelay(templateTo(broker.bootstrapServers()));
        List<UUID> subjects = Stream.generate(Identifiers::next).limit(3).toList();
        append(note(subjects.get(0), 1, "before"));
        awaitEmptyOutbox();

        broker.kill();
        append(note(subjects.get(1), 1, "meanwhile"));
        append(note(subjects.get(2), 1, "meanwhile too"));
        broker = KafkaBroker.start(restart);

        awaitEmptyOutbox();
        assertThat(subjectsOn(broker.bootstrapServers())).containsAll(subjects);
        broker.kill();
    }

    private Message note(UUID subject, long version, String text) {
        return Message.of(subject, version, new Note(subject, text));
    }

    private void append(Message message) {
        transactions.inFirm(firm, ACTOR, outbox.append(List.of(message))).block(BOUND);
    }

    private void startCounter(UUID subject) {
        transactions
                .inFirm(
                        firm,
                        ACTOR,
                        sql.sql("INSERT INTO note (firm_id, id, text) VALUES (:firm, :id, 'counter')")
                                .bind("id", subject)
                                .update())
                .block(BOUND);
    }

    private Mono<Void> increment(UUID subject) {
        return transactions.inFirm(
                firm,
                ACTOR,
                sql.sql("UPDATE note SET version = version + 1 WHERE firm_id = :firm AND id = :id RETURNING version")
                        .bind("id", subject)
                        .one(row -> Objects.requireNonNull(row.get("version", Long.class)))
                        .flatMap(
                                version -> outbox.append(List.of(Message.of(subject, version, new Counted(version))))));
    }

    private OutboxRelay extraRelay(KafkaTemplate<String, byte[]> template) {
        var extra = new OutboxRelay(
                sql,
                transactions,
                template,
                new Slots(sql, transactions, Duration.ofSeconds(60), Clock.systemUTC()),
                settings.topicOf("platform"),
                "/rems/platform-service",
                Duration.ofMillis(100));
        extraRelays.add(extra);
        extra.start();
        return extra;
    }

    private static KafkaTemplate<String, byte[]> templateTo(String bootstrap) {
        return new KafkaTemplate<>(new DefaultKafkaProducerFactory<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrap,
                        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                        3000,
                        ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                        1000,
                        ProducerConfig.MAX_BLOCK_MS_CONFIG,
                        2000),
                new StringSerializer(),
                new ByteArraySerializer()));
    }

    private List<UUID> subjectsOn(String bootstrap) {
        return records(bootstrap, settings.topicOf("platform")).stream()
                .map(record -> UUID.fromString(record.key()))
                .toList();
    }

    private String reasonOfDeadLetter(UUID subject) {
        String bootstrap = TestServers.get().kafkaBootstrap();
        String topic = settings.topicOf("platform") + ".platform.notes.dlt";
        return Awaitility.await()
                .atMost(BOUND)
                .until(
                        () -> records(bootstrap, topic).stream()
                                .filter(record -> record.key().equals(subject.toString()))
                                .map(record -> new String(record.headers()
                                        .lastHeader(KafkaHeaders.DLT_EXCEPTION_MESSAGE)
                                        .value()))
                                .findFirst()
                                .orElse(""),
                        reason -> !reason.isEmpty());
    }

    private static List<ConsumerRecord<String, byte[]>> records(String bootstrap, String topic) {
        List<ConsumerRecord<String, byte[]>> found = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrap,
                        ConsumerConfig.GROUP_ID_CONFIG,
                        UUID.randomUUID().toString(),
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest"),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(topic));
            IntStream.range(0, 6)
                    .forEach(_ -> consumer.poll(Duration.ofMillis(500)).forEach(found::add));
        }
        return found;
    }

    private void insert(Connection connection, UUID subject) throws SQLException {
        try (var statement = connection.prepareStatement("""
                INSERT INTO outbox (firm_id, id, slot, type, subject, aggregate_version, actor, occurred_at, data)
                VALUES (?, gen_random_uuid(), ?, ?, ?, 1, 'service:test', now(), ?)""")) {
            statement.setObject(1, firm.value());
            statement.setShort(2, Outbox.slotOf(subject));
            statement.setString(3, NOTE_TAKEN);
            statement.setObject(4, subject);
            statement.setString(5, "{\"noteId\":\"" + subject + "\",\"text\":\"late\"}");
            statement.executeUpdate();
        }
    }

    private void awaitNotes(FirmId of, String... texts) {
        Awaitility.await()
                .atMost(BOUND)
                .untilAsserted(() -> assertThat(transactions
                                .inFirm(
                                        of,
                                        ACTOR,
                                        sql.sql("SELECT text FROM note").list(row -> row.get("text", String.class)))
                                .block(BOUND))
                        .containsExactlyInAnyOrder(texts));
    }

    private void awaitEmptyOutbox() {
        Awaitility.await()
                .atMost(BOUND)
                .untilAsserted(() -> assertThat(transactions
                                .acrossFirms(sql.sql("SELECT count(*) AS n FROM outbox")
                                        .one(row -> row.get("n", Long.class)))
                                .block(BOUND))
                        .isZero());
    }
}
