package io.rems.embedded;

import java.nio.file.Path;

/** The settings of a single small broker that keeps every event for ever. */
final class BrokerSettings {

    private BrokerSettings() {}

    static String of(Path folder, int port) {
        var controller = Ports.free();
        return """
                process.roles=broker,controller
                node.id=1
                controller.quorum.voters=1@127.0.0.1:%2$d
                listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
                advertised.listeners=PLAINTEXT://127.0.0.1:%1$d
                controller.listener.names=CONTROLLER
                inter.broker.listener.name=PLAINTEXT
                listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT
                log.dirs=%3$s

                auto.create.topics.enable=true
                num.partitions=6
                log.retention.ms=-1
                log.retention.bytes=-1
                # A folder of an idle partition is small, and so is what the cleaner needs.
                log.index.size.max.bytes=1048576
                log.cleaner.dedupe.buffer.size=8388608

                default.replication.factor=1
                min.insync.replicas=1
                offsets.topic.replication.factor=1
                offsets.topic.num.partitions=6
                transaction.state.log.replication.factor=1
                transaction.state.log.min.isr=1
                transaction.state.log.num.partitions=2
                share.coordinator.state.topic.replication.factor=1
                share.coordinator.state.topic.min.isr=1
                share.coordinator.state.topic.num.partitions=2

                group.initial.rebalance.delay.ms=0
                num.network.threads=2
                num.io.threads=4
                background.threads=2
                # After a crash the broker waits until its former session has expired.
                broker.session.timeout.ms=3000
                broker.heartbeat.interval.ms=500
                """.formatted(port, controller, folder.resolve("data"));
    }
}
