package io.rems.local;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/** Events that lie on the broker and that a service has not handled yet; what it never committed counts in full. */
public final class EventLag {

    private static final String GROUPS = "rems.";

    private EventLag() {}

    /** By the short name of the service, over all its consumer groups {@code rems.<service>.<name>}. */
    static Map<String, Long> at(String bootstrap) {
        return asked(bootstrap, admin -> {
            var lags = new HashMap<String, Long>();
            for (var group : admin.listGroups().all().get()) {
                if (group.groupId().startsWith(GROUPS)) {
                    var topics = topicsOf(admin, group.groupId());
                    lags.merge(service(group), lag(admin, group.groupId(), topics), Long::sum);
                }
            }
            return lags;
        });
    }

    /** Of one consumer group on one topic. */
    public static long of(String bootstrap, String group, String topic) {
        return asked(bootstrap, admin -> lag(admin, group, Set.of(topic)));
    }

    private interface Question<T> {
        T ask(Admin admin) throws ExecutionException, InterruptedException;
    }

    private static <T> T asked(String bootstrap, Question<T> question) {
        try (var admin = Admin.create(Map.<String, Object>of(
                "bootstrap.servers", bootstrap, "request.timeout.ms", 5000, "default.api.timeout.ms", 10_000))) {
            return question.ask(admin);
        } catch (ExecutionException e) {
            throw new StackFailure(
                    "Kafka at " + bootstrap + " does not tell how far its consumers are: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailure("Interrupted while asking Kafka at " + bootstrap, e);
        }
    }

    private static String service(GroupListing group) {
        return group.groupId().substring(GROUPS.length()).split("\\.", 2)[0];
    }

    private static Set<String> topicsOf(Admin admin, String group) throws ExecutionException, InterruptedException {
        var partitions = new HashSet<>(admin.listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .get()
                .keySet());
        ConsumerGroupDescription description = Objects.requireNonNull(
                admin.describeConsumerGroups(Set.of(group)).all().get().get(group), group);
        description
                .members()
                .forEach(member -> partitions.addAll(member.assignment().topicPartitions()));
        return partitions.stream().map(TopicPartition::topic).collect(Collectors.toSet());
    }

    private static long lag(Admin admin, String group, Set<String> topics)
            throws ExecutionException, InterruptedException {
        var ends = admin.describeTopics(topics).allTopicNames().get().values().stream()
                .flatMap(topic -> topic.partitions().stream()
                        .map(partition -> new TopicPartition(topic.name(), partition.partition())))
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
    }
}
