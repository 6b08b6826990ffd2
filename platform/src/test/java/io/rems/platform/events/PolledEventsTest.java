package io.rems.platform.events;

import static io.rems.platform.PlatformTestApplication.ECHO_WANTED;
import static io.rems.platform.PlatformTestApplication.NOTES_COUNTED;
import static io.rems.platform.PlatformTestApplication.NOTE_TAKEN;
import static io.rems.platform.PlatformTestApplication.POISONED;
import static io.rems.platform.PlatformTestApplication.POISON_IS_DEADLY;
import static io.rems.platform.PlatformTestApplication.STUMBLED;
import static io.rems.platform.PlatformTestApplication.STUMBLES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rems.embedded.TestServers;
import io.rems.platform.Identifiers;
import io.rems.platform.PlatformTestApplication.Note;
import io.rems.platform.access.Actor;
import io.rems.platform.access.FirmId;
import io.rems.platform.database.FirmSql;
import io.rems.platform.database.Transactions;
import io.rems.platform.test.RemsTest;
import io.rems.platform.test.TestCallers;
import io.rems.platform.test.TestEvents;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.AdminClient;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** What is published while the listeners rest is polled together. */
@RemsTest
class PolledEventsTest {
    private static final Duration BOUND = Duration.ofSeconds(40);
    private static final String GROUP = "rems.platform.notes";

    @Autowired
    private EventListeners listeners;

    @Autowired
    private EventsSettings settings;

    @Autowired
    private DeadLetters deadLetters;

    @Autowired
    private JsonMapper json;

    @Autowired
    private Transactions transactions;

    @Autowired
    private FirmSql sql;

    @Autowired
    private TestEvents events;

    private final FirmId firm = TestCallers.newFirm();
    private final FirmId other = TestCallers.newFirm();
    private final UUID subject = Identifiers.next();

    @BeforeEach
    void listenersRest() {
        listeners.stop();
    }

    @AfterEach
    void listenersRun() {
        POISON_IS_DEADLY.set(true);
        listeners.start();
    }

    @Test
    void theEventsOfAFirmAreAppliedInOneTransactionAndInTheirOrder() {
        List<String> texts = take(firm, 1, settings.appliedTogether());

        listeners.start();

        awaitNotes(firm, texts);
        assertThat(transactionsOf(firm)).isOne();
    }

    @Test
    void moreThanFitIntoOneTransactionKeepTheirOrderToo() {
        List<String> texts = take(firm, 1, settings.appliedTogether() * 2 + 7);

        listeners.start();

        awaitNotes(firm, texts);
        assertThat(transactionsOf(firm)).isEqualTo(3);
    }

    @Test
    void whatFailsInTheMiddleIsAloneInTheDeadLettersAndAllOthersAreAppliedOnce() {
        POISON_IS_DEADLY.set(true);
        List<String> before = take(firm, 1, 5);
        events.publish("platform", POISONED, firm, subject, 6, new Note(subject, "arsenic"));
        List<String> after = take(firm, 7, 11);

        listeners.start();

        awaitNotes(firm, both(before, after));
        POISON_IS_DEADLY.set(false);
        assertThat(deadLetters.replay("notes").block(BOUND)).isEqualTo(new DeadLetters.Replay(1, List.of()));
        awaitNotes(firm, both(both(before, after), List.of(subject + " arsenic 6")));
    }

    @Test
    void whatIsNoEventAtAllHoldsUpNobody() {
        var stray = record(1);
        var polled = List.of(record(0, note(firm)), stray, record(2, note(firm)), record(3, note(other)));
        List<UUID> applied = new ArrayList<>();
        var subscription = EventSubscription.named("direct")
                .from("platform")
                .on(NOTE_TAKEN, Note.class, (event, _) -> Mono.fromRunnable(() -> applied.add(event.subject())));
        var inbox = new Inbox(sql, transactions, json, Actor.service("platform"));
        var direct = new PolledEvents(subscription, inbox, json, 50, BOUND);

        assertThatThrownBy(() -> direct.apply(polled))
                .isInstanceOfSatisfying(
                        NotApplied.class,
                        failed -> assertThat(failed.getRecord()).isSameAs(stray))
                .hasMessageContaining("not an event of REMS");

        assertThat(applied).containsExactly(subject, subject, subject);
    }

    @Test
    void whatComesTwiceIsAppliedOnceWhetherTogetherOrLater() {
        UUID id = events.publish("platform", NOTE_TAKEN, firm, subject, 1, new Note(subject, "once"));
        events.publishAgain(id, "platform", NOTE_TAKEN, firm, subject, 1, new Note(subject, "once"));
        UUID next = events.publish("platform", NOTE_TAKEN, firm, subject, 2, new Note(subject, "then"));
        listeners.start();
        awaitNotes(firm, List.of(subject + " once 1", subject + " then 2"));
        listeners.stop();

        events.publishAgain(next, "platform", NOTE_TAKEN, firm, subject, 2, new Note(subject, "then"));
        events.publishAgain(id, "platform", NOTE_TAKEN, firm, subject, 1, new Note(subject, "once"));
        events.publish("platform", NOTE_TAKEN, firm, subject, 3, new Note(subject, "after"));
        listeners.start();

        awaitNotes(firm, List.of(subject + " once 1", subject + " then 2", subject + " after 3"));
    }

    @Test
    void aCrashBetweenTheTransactionAndTheCommitOfItsOffsetsChangesNothing() throws Exception {
        try (var admin = admin()) {
            Map<TopicPartition, OffsetAndMetadata> committed = offsets(admin);
            List<String> texts = take(firm, 1, 20);
            listeners.start();
            awaitNotes(firm, texts);
            listeners.stop();
            admin.alterConsumerGroupOffsets(settings.topicPrefix() + GROUP, committed)
                    .all()
                    .get(40, TimeUnit.SECONDS);

            List<String> after = take(firm, 21, 22);
            listeners.start();

            awaitNotes(firm, both(texts, after));
        }
    }

    @Test
    void twoFirmsAtOnceDoNotSeeEachOther() {
        for (int i = 1; i <= 6; i++) {
            events.publish("platform", NOTE_TAKEN, i % 3 == 0 ? other : firm, subject, i, new Note(subject, "taken"));
        }
        events.publish("platform", NOTES_COUNTED, firm, subject, 7, new Note(subject, "counted"));
        events.publish("platform", NOTES_COUNTED, other, subject, 8, new Note(subject, "counted"));

        listeners.start();

        awaitNotes(other, List.of(subject + " taken 3", subject + " taken 6", subject + " counted as 2 8"));
        awaitNotes(
                firm,
                List.of(
                        subject + " taken 1",
                        subject + " taken 2",
                        subject + " taken 4",
                        subject + " taken 5",
                        subject + " counted as 4 7"));
        assertThat(transactionsOf(firm)).isOne();
        assertThat(transactionsOf(other)).isOne();
    }

    @Test
    void whatFailsInOneFirmLeavesTheOthersTogether() {
        POISON_IS_DEADLY.set(true);
        events.publish("platform", POISONED, firm, subject, 1, new Note(subject, "hemlock"));
        List<String> ofFirm = take(firm, 2, 4);
        List<String> ofOther = take(other, 5, 9);

        listeners.start();

        awaitNotes(other, ofOther);
        awaitNotes(firm, ofFirm);
        assertThat(transactionsOf(other)).isOne();
        POISON_IS_DEADLY.set(false);
        assertThat(deadLetters.replay("notes").block(BOUND)).isEqualTo(new DeadLetters.Replay(1, List.of()));
    }

    @Test
    void whatWillPassIsTriedUntilItHasAndStopsNobodyForGood() {
        STUMBLES.set(2 * settings.attempts() + 3);
        List<String> before = take(firm, 1, 3);
        events.publish("platform", STUMBLED, firm, subject, 4, new Note(subject, "at last"));
        List<String> after = take(firm, 5, 6);

        listeners.start();

        awaitNotes(firm, both(both(before, List.of(subject + " at last 4")), after));
        assertThat(STUMBLES).hasNonPositiveValue();
        assertThat(deadLetters.replay("notes").block(BOUND)).isEqualTo(new DeadLetters.Replay(0, List.of()));
    }

    @Test
    void whatFollowsFromEachEventIsDoneInTheNameOfWhoCausedIt() {
        Actor supporter = Actor.user(Identifiers.next()).under(Identifiers.next());
        Actor user = Actor.user(Identifiers.next());
        UUID first = Identifiers.next();
        UUID second = Identifiers.next();
        events.publishBy(supporter, "platform", ECHO_WANTED, firm, subject, 1, new Note(first, "echo"));
        events.publishBy(user, "platform", ECHO_WANTED, firm, subject, 2, new Note(second, "echo"));

        listeners.start();

        assertThat(events.await(NOTE_TAKEN, first).actor()).isEqualTo(supporter);
        assertThat(events.await(NOTE_TAKEN, second).actor()).isEqualTo(user);
    }

    /** Notes of one subject, with these versions. */
    private List<String> take(FirmId of, int from, int to) {
        return IntStream.rangeClosed(from, to)
                .mapToObj(version -> {
                    events.publish("platform", NOTE_TAKEN, of, subject, version, new Note(subject, "taken"));
                    return subject + " taken " + version;
                })
                .toList();
    }

    private static List<String> both(List<String> some, List<String> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }

    private void awaitNotes(FirmId of, List<String> texts) {
        Awaitility.await()
                .atMost(BOUND)
                .untilAsserted(() -> assertThat(notes(of, "text")).containsExactlyElementsOf(texts));
    }

    private long transactionsOf(FirmId of) {
        return notes(of, "xmin::text").stream().distinct().count();
    }

    private List<String> notes(FirmId of, String column) {
        return Objects.requireNonNull(transactions
                .inFirm(
                        of,
                        Actor.service("test"),
                        sql.sql("SELECT " + column + " AS shown FROM note ORDER BY id")
                                .list(row -> Objects.requireNonNull(row.get("shown", String.class))))
                .block(BOUND));
    }

    private static ConsumerRecord<String, byte[]> record(long offset, Header... headers) {
        var message = new ConsumerRecord<>("topic", 0, offset, "key", "{}".getBytes(StandardCharsets.UTF_8));
        List.of(headers).forEach(message.headers()::add);
        return message;
    }

    private Header[] note(FirmId of) {
        return Map.of(
                        CloudEventHeaders.ID,
                        Identifiers.next().toString(),
                        CloudEventHeaders.TYPE,
                        NOTE_TAKEN,
                        CloudEventHeaders.SOURCE,
                        "/rems/platform-service",
                        CloudEventHeaders.FIRM,
                        of.toString(),
                        CloudEventHeaders.ACTOR,
                        "service:test",
                        CloudEventHeaders.SUBJECT,
                        subject.toString(),
                        CloudEventHeaders.AGGREGATE_VERSION,
                        "1",
                        CloudEventHeaders.TIME,
                        Instant.now().toString())
                .entrySet()
                .stream()
                .map(header ->
                        new RecordHeader(header.getKey(), header.getValue().getBytes(StandardCharsets.UTF_8)))
                .toArray(Header[]::new);
    }

    private static AdminClient admin() {
        return AdminClient.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, TestServers.get().kafkaBootstrap()));
    }

    private Map<TopicPartition, OffsetAndMetadata> offsets(AdminClient admin) throws Exception {
        return admin.listConsumerGroupOffsets(settings.topicPrefix() + GROUP)
                .partitionsToOffsetAndMetadata()
                .get(40, TimeUnit.SECONDS);
    }
}
