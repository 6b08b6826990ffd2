package io.rems.local.demo;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/** Events of a topic that a consumer group has not handled yet; partitions that it never committed count in full. */
final class Lag {

    private static final Map<String, Object> LIMITS =
            Map.of("request.timeout.ms", 5000, "default.api.timeout.ms", 10000);

    private Lag() {}

    static long of(String bootstrap, String group, String topic) {
        var settings = new HashMap<>(LIMITS);
        settings.put("bootstrap.servers", bootstrap);
        try (var admin = Admin.create(settings)) {
            var description =
                    admin.describeTopics(List.of(topic)).allTopicNames().get().get(topic);
            var ends = Objects.requireNonNull(description, topic).partitions().stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .collect(Collectors.toMap(Function.identity(), _ -> OffsetSpec.latest()));
            var handled = admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get();
            return admin.listOffsets(ends).all().get().entrySet().stream()
                    .mapToLong(end -> {
                        var offset = handled.get(end.getKey());
                        return end.getValue().offset() - (offset == null ? 0 : offset.offset());
                    })
                    .sum();
        } catch (ExecutionException e) {
            throw new IllegalStateException("Kafka at " + bootstrap + " does not tell offsets", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }
}
