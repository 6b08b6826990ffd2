package io.rems.gateway.access;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps a consumer on all partitions of a topic, and knows whether it has lately been at their end. */
final class StreamPosition {
    private static final Logger LOG = LoggerFactory.getLogger(StreamPosition.class);
    private static final Duration PERIOD = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration CURRENT = Duration.ofSeconds(4);

    private final Consumer<String, byte[]> consumer;
    private final String topic;
    private final Duration lookBack;
    private final Clock clock;
    private long checkedAt = System.nanoTime() - PERIOD.toNanos();
    private volatile long currentUntil = System.nanoTime();

    /** {@code lookBack}: how far back in time to begin. */
    StreamPosition(Consumer<String, byte[]> consumer, String topic, Duration lookBack, Clock clock) {
        this.consumer = consumer;
        this.topic = topic;
        this.lookBack = lookBack;
        this.clock = clock;
    }

    /** False while the broker does not answer, the topic does not exist, or events wait to be read. */
    boolean isCurrent() {
        return System.nanoTime() - currentUntil < 0;
    }

    boolean isFollowing() {
        return !consumer.assignment().isEmpty();
    }

    /** True if the consumer begins anew, so that events may have been missed; the last ones it reads again. */
    boolean check() {
        if (System.nanoTime() - checkedAt < PERIOD.toNanos()) {
            return false;
        }
        boolean joined = false;
        try {
            joined = followNewPartitions();
            if (isFollowing() && atEnd()) {
                currentUntil = System.nanoTime() + CURRENT.toNanos();
            }
        } catch (TimeoutException e) {
            LOG.info("No answer about {} in time: {}", topic, e.toString());
        }
        checkedAt = System.nanoTime();
        return joined;
    }

    private boolean followNewPartitions() {
        List<TopicPartition> partitions = consumer.partitionsFor(topic, PATIENCE).stream()
                .map(found -> new TopicPartition(topic, found.partition()))
                .toList();
        if (partitions.size() == consumer.assignment().size()) {
            return false;
        }
        Map<TopicPartition, Long> begins = begins(partitions);
        consumer.assign(partitions);
        begins.forEach(consumer::seek);
        LOG.info("Following {} from now on in {} partitions", topic, partitions.size());
        return true;
    }

    /** The end, where nothing has happened since. */
    private Map<TopicPartition, Long> begins(List<TopicPartition> partitions) {
        long since = clock.instant().minus(lookBack).toEpochMilli();
        var begins = new HashMap<>(consumer.endOffsets(partitions, PATIENCE));
        consumer.offsetsForTimes(
                        partitions.stream().collect(Collectors.toMap(partition -> partition, _ -> since)), PATIENCE)
                .forEach((partition, found) -> begins.computeIfPresent(
                        partition, (_, end) -> found == null ? end : Long.valueOf(found.offset())));
        return begins;
    }

    private boolean atEnd() {
        Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment(), PATIENCE);
        return ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey(), PATIENCE) >= end.getValue());
    }
}
