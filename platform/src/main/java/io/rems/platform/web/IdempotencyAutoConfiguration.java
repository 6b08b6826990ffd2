package io.rems.platform.web;

import io.rems.platform.database.DatabaseAutoConfiguration;
import io.rems.platform.database.FirmSql;
import io.rems.platform.database.Transactions;
import io.rems.platform.work.DueWork;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.http.codec.ServerCodecConfigurer;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

/** Idempotent commands, where there is a database to keep them in. */
@AutoConfiguration(after = DatabaseAutoConfiguration.class)
@ConditionalOnBean(Transactions.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
@EnableConfigurationProperties(WebSettings.class)
public class IdempotencyAutoConfiguration {

    @Bean
    IdempotencyKeys idempotencyKeys(FirmSql sql, Transactions transactions, Clock clock, WebSettings settings) {
        return new IdempotencyKeys(sql, transactions, clock, settings.commandLease());
    }

    @Bean
    IdempotencyFilter idempotencyFilter(
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping handlers,
            ServerCodecConfigurer codecs,
            IdempotencyKeys keys,
            Transactions transactions,
            WebSettings settings) {
        return new IdempotencyFilter(handlers, codecs, keys, transactions, settings.largestCommand());
    }

    @Bean
    DueWork forgetIdempotencyKeys(IdempotencyKeys keys) {
        return DueWork.named("expired idempotency keys")
                .every(Duration.ofMinutes(10))
                .find(keys.expired())
                .each(_ -> keys.forget());
    }
}
