package io.rems.firm.account;

import io.rems.platform.work.DueWork;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PasswordResetWork {

    @Bean
    DueWork passwordResets(
            R2dbcPasswordResetRequests requests,
            ResetPassword resetPassword,
            @Value("${rems.password-resets.every:PT1S}") Duration every) {
        return DueWork.named("password-resets")
                .every(every)
                .find(requests.due())
                .each(due -> resetPassword.follow(due.id()));
    }
}
