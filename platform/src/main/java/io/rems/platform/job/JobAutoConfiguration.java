package io.rems.platform.job;

import io.rems.platform.access.RemsIdentity;
import io.rems.platform.database.DatabaseAutoConfiguration;
import io.rems.platform.database.FirmSql;
import io.rems.platform.database.Transactions;
import io.rems.platform.work.DueWork;
import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import tools.jackson.databind.json.JsonMapper;

/** Jobs, where there is a database to keep them in. */
@AutoConfiguration(after = DatabaseAutoConfiguration.class)
@ConditionalOnBean(Transactions.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
public class JobAutoConfiguration {

    @Bean
    JobRows jobRows(FirmSql sql, Transactions transactions, JsonMapper json, Clock clock, RemsIdentity identity) {
        return new JobRows(sql, transactions, json, clock, identity);
    }

    @Bean
    Jobs jobs(JobRows rows, Transactions transactions) {
        return new Jobs(rows, transactions);
    }

    @Bean
    LastingJobs lastingJobs(JobRows rows) {
        return new LastingJobs(rows);
    }

    @Bean
    JobController jobController(JobRows rows) {
        return new JobController(rows);
    }

    @Bean
    DueWork jobsLeftBehind(JobRows rows) {
        return DueWork.named("jobs left behind")
                .every(Duration.ofMinutes(1))
                .find(rows.leftBehind())
                .each(rows::clear);
    }
}
