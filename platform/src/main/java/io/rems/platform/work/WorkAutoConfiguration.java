package io.rems.platform.work;

import io.rems.platform.access.Actor;
import io.rems.platform.access.RemsIdentity;
import io.rems.platform.database.DatabaseAutoConfiguration;
import io.rems.platform.database.FirmSql;
import io.rems.platform.database.Transactions;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Bean;

/** Runs what an application declares as {@link DueWork}. */
@AutoConfiguration(after = DatabaseAutoConfiguration.class)
@ConditionalOnBean(Transactions.class)
public class WorkAutoConfiguration {
    @Bean
    PausedFirms pausedFirms(FirmSql sql) {
        return new PausedFirms(sql);
    }

    @Bean
    DueWorkRunner dueWorkRunner(ObjectProvider<DueWork> works, Transactions transactions, RemsIdentity identity) {
        return new DueWorkRunner(works.orderedStream().toList(), transactions, Actor.service(identity.service()));
    }
}
