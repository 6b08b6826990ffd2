package io.rems.platform.problem;

import io.r2dbc.spi.R2dbcException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.webflux.autoconfigure.error.ErrorWebFluxAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import tools.jackson.databind.json.JsonMapper;

/** Problems for everything that fails, in place of Boot's error pages. */
@AutoConfiguration(before = ErrorWebFluxAutoConfiguration.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
public class ProblemAutoConfiguration {

    @Bean
    Problems problems(ObjectProvider<ProblemMapping> mappings) {
        return new Problems(mappings.orderedStream().toList());
    }

    @Bean
    ProblemWriter problemWriter(Problems problems, JsonMapper json) {
        return new ProblemWriter(problems, json);
    }

    @Bean
    ProblemAdvice problemAdvice(ProblemWriter writer) {
        return new ProblemAdvice(writer);
    }

    @Bean
    ProblemErrorHandler problemErrorHandler(ProblemWriter writer) {
        return new ProblemErrorHandler(writer);
    }

    @Bean
    SecurityProblems securityProblems(ProblemWriter writer) {
        return new SecurityProblems(writer);
    }

    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    ProblemMapping webProblems() {
        return new WebProblems();
    }

    @Bean
    ProblemMapping securityProblemMapping() {
        return SecurityProblems::of;
    }

    @Bean
    ProblemMapping remoteProblems() {
        return new RemoteProblems();
    }

    /** The gateway has no database and not its classes either. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(R2dbcException.class)
    static class WithDatabase {

        @Bean
        ProblemMapping databaseProblems() {
            return new DatabaseProblems();
        }
    }
}
