package io.rems.approval.expense;

import io.rems.platform.work.DueWork;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RoutingWork {

    @Bean
    DueWork routing(RouteWaitingExpenses routeWaiting, @Value("${rems.approval.routing-every:PT1S}") Duration every) {
        return DueWork.named("routing").every(every).find(routeWaiting.due()).each(routeWaiting::route);
    }
}
