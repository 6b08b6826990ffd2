package io.rems.platform.test;

import io.rems.platform.access.RemsIdentity;
import io.rems.platform.database.DatabaseSettings;
import io.rems.platform.events.AnswerCheck;
import io.rems.platform.events.AnsweredOncePublished;
import io.rems.platform.events.EventsSettings;
import io.rems.platform.events.OutboxCheck;
import io.rems.platform.test.events.PublishedForm;
import org.apache.kafka.clients.consumer.Consumer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.json.JsonMapper;

/** The beans that tests inject. */
@TestConfiguration(proxyBeanMethods = false)
class TestSupport {
    @Bean
    RemsHttp remsHttp(Environment environment) {
        return new RemsHttp(environment);
    }

    @Bean
    PublishedApi publishedApi(RemsHttp http, RemsIdentity identity, JsonMapper json) {
        return new PublishedApi(http, identity.service(), json);
    }

    @Bean
    PermissionTable permissionTable(
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping,
            RemsHttp http,
            RemsIdentity identity) {
        return new PermissionTable(mapping, http, identity.service());
    }

    @Bean
    OutboxCheck publishedForm(RemsIdentity identity, JsonMapper json) {
        return new PublishedForm(identity.service(), json);
    }

    @Bean
    AnswerCheck describedAnswers() {
        return endpoint -> {
            if (!endpoint.hasMethodAnnotation(AnsweredOncePublished.class)) {
                throw new AssertionError(
                        endpoint.getShortLogMessage() + " waits for its events: @AnsweredOncePublished");
            }
        };
    }

    @Bean
    TestDatabase testDatabase(ObjectProvider<DatabaseSettings> settings) {
        return new TestDatabase(settings.getIfAvailable());
    }

    @Bean
    TestEvents testEvents(
            KafkaTemplate<String, byte[]> kafka,
            ConsumerFactory<String, byte[]> consumers,
            EventsSettings settings,
            RemsIdentity identity,
            JsonMapper json) {
        Consumer<String, byte[]> consumer = consumers.createConsumer("test-events", "test");
        return new TestEvents(kafka, consumer, settings, identity.service(), json);
    }
}
