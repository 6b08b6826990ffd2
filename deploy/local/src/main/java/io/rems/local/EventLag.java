package io.rems.local;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Events that lie on the broker and that a service has not handled yet. */
final class EventLag {

    private static final String GROUPS = "rems.";

    private EventLag() {}

    /** By the short name of the service, over all its consumer groups {@code rems.<service>.<name>}. */
    static Map<String, Long> at(String bootstrap) {
        var lags = new HashMap<String, Long>();
        try (var admin = Admin.create(Map.<String, Object>of(
                "bootstrap.servers", bootstrap, "request.timeout.ms", 5000, "default.api.timeout.ms", 5000))) {
            for (var group : admin.listGroups().all().get()) {
                if (group.groupId().startsWith(GROUPS)) {
                    lags.merge(service(group), lag(admin, group.groupId()), Long::sum);
                }
            }
        } catch (ExecutionException e) {
            throw new StackFailure("Kafka at " + bootstrap + " does not tell its consumer groups: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return lags;
    }

    private static String service(GroupListing group) {
        return group.groupId().substring(GROUPS.length()).split("\\.", 2)[0];
    }

    private static long lag(Admin admin, String group) throws ExecutionException, InterruptedException {
        var handled = admin.listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .get();
        var latest = new HashMap<TopicPartition, OffsetSpec>();
        handled.keySet().forEach(partition -> latest.put(partition, OffsetSpec.latest()));
        var ends = admin.listOffsets(latest).all().get();
        return ends.entrySet().stream()
                .mapToLong(end -> end.getValue().offset() - offset(handled.get(end.getKey())))
                .sum();
    }

    private static long offset(@Nullable OffsetAndMetadata handled) {
        return handled == null ? 0 : handled.offset();
    }
}
