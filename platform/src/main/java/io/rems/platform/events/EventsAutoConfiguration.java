package io.rems.platform.events;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.tracing.Tracer;
import io.rems.platform.access.Actor;
import io.rems.platform.access.RemsIdentity;
import io.rems.platform.database.DatabaseAutoConfiguration;
import io.rems.platform.database.FirmSql;
import io.rems.platform.database.Transactions;
import java.time.Clock;
import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.DefaultKafkaConsumerFactoryCustomizer;
import org.springframework.boot.kafka.autoconfigure.DefaultKafkaProducerFactoryCustomizer;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.kafka.support.ProducerListener;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Outbox, relay, inbox and listeners; the producer and consumers that they use. */
@AutoConfiguration(after = DatabaseAutoConfiguration.class, before = KafkaAutoConfiguration.class)
@EnableConfigurationProperties({EventsSettings.class, KafkaProperties.class})
public class EventsAutoConfiguration {
    private static final int DELIVERY_MILLIS = 15_000;

    @Bean
    ProducerFactory<String, byte[]> eventProducers(
            KafkaProperties properties, ObjectProvider<DefaultKafkaProducerFactoryCustomizer> customizers) {
        Map<String, Object> config = properties.buildProducerProperties();
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, DELIVERY_MILLIS);
        config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, DELIVERY_MILLIS / 3);
        config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, DELIVERY_MILLIS / 3);
        var factory = new DefaultKafkaProducerFactory<>(config, new StringSerializer(), new ByteArraySerializer());
        customizers.orderedStream().forEach(customizer -> customizer.customize(factory));
        return factory;
    }

    @Bean
    ConsumerFactory<String, byte[]> eventConsumers(
            KafkaProperties properties, ObjectProvider<DefaultKafkaConsumerFactoryCustomizer> customizers) {
        Map<String, Object> config = properties.buildConsumerProperties();
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.METADATA_MAX_AGE_CONFIG, 10_000);
        // After a crash the others, or the restarted one, take over when the dead member's session has ended.
        config.putIfAbsent(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 10_000);
        config.putIfAbsent(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 3_000);
        var factory = new DefaultKafkaConsumerFactory<>(config, new StringDeserializer(), new ByteArrayDeserializer());
        customizers.orderedStream().forEach(customizer -> customizer.customize(factory));
        return factory;
    }

    @Bean
    KafkaTemplate<String, byte[]> eventKafka(ProducerFactory<String, byte[]> eventProducers) {
        KafkaTemplate<String, byte[]> template = new KafkaTemplate<>(eventProducers);
        template.setProducerListener(new ProducerListener<>() {}); // who sends logs what failed, without its content
        return template;
    }

    /** What only an application with a database has. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnBean(Transactions.class)
    static class WithDatabase {
        @Bean
        NewTopic ownTopic(EventsSettings settings, RemsIdentity identity) {
            return TopicBuilder.name(settings.topicOf(identity.service()))
                    .partitions(settings.partitions())
                    .replicas(settings.replicas())
                    .config(TopicConfig.RETENTION_MS_CONFIG, "-1")
                    .build();
        }

        @Bean
        OutboxRelay outboxRelay(
                FirmSql sql,
                Transactions transactions,
                KafkaTemplate<String, byte[]> kafka,
                EventsSettings settings,
                RemsIdentity identity,
                Clock clock,
                MeterRegistry meters) {
            var relay = new OutboxRelay(
                    sql,
                    transactions,
                    kafka,
                    new Slots(sql, transactions, settings.slotLease(), clock),
                    settings.topicOf(identity.service()),
                    "/rems/" + identity.service() + "-service",
                    settings.poll());
            Gauge.builder("rems.outbox.depth", relay, OutboxRelay::depth)
                    .description("Events that wait to be published")
                    .register(meters);
            return relay;
        }

        @Bean
        Outbox outbox(
                FirmSql sql,
                Transactions transactions,
                JsonMapper json,
                Clock clock,
                ObjectProvider<Tracer> tracer,
                ObjectProvider<OutboxCheck> checks,
                OutboxRelay relay) {
            return new Outbox(
                    sql,
                    transactions,
                    json,
                    clock,
                    tracer.getIfAvailable(),
                    checks.orderedStream().toList(),
                    relay::wake);
        }

        @Bean
        PublishedBeforeAnswer publishedBeforeAnswer(
                FirmSql sql,
                Transactions transactions,
                OutboxRelay relay,
                EventsSettings settings,
                ObjectProvider<AnswerCheck> checks) {
            return new PublishedBeforeAnswer(
                    new Publication(sql, transactions, relay, settings.beforeAnswer()),
                    checks.orderedStream().toList());
        }

        @Bean
        EventListeners eventListeners(
                ObjectProvider<EventSubscription> subscriptions,
                EventsSettings settings,
                RemsIdentity identity,
                FirmSql sql,
                Transactions transactions,
                JsonMapper json,
                ConsumerFactory<String, byte[]> consumers,
                KafkaTemplate<String, byte[]> kafka) {
            JsonMapper lenient = json.rebuild()
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .build();
            return new EventListeners(
                    subscriptions.orderedStream().toList(),
                    settings,
                    identity.service(),
                    new Inbox(sql, transactions, lenient, Actor.service(identity.service())),
                    lenient,
                    consumers,
                    kafka);
        }

        @Bean
        DeadLetters deadLetters(
                EventListeners listeners, ConsumerFactory<String, byte[]> consumers, EventsSettings settings) {
            return new DeadLetters(listeners, consumers, settings);
        }

        @Bean
        DeadLetterController deadLetterController(DeadLetters deadLetters) {
            return new DeadLetterController(deadLetters);
        }
    }
}
