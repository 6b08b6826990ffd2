package io.rems.firm.mail;

import io.rems.platform.work.DueWork;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSender;
import reactor.core.publisher.Mono;

/** Which way mail goes here, and who looks after it. */
@Configuration(proxyBeanMethods = false)
class MailWork {
    private static final Logger LOG = LoggerFactory.getLogger(MailWork.class);

    @Bean
    Carrier carrier(ObjectProvider<JavaMailSender> smtp, MailSettings settings) {
        var sender = smtp.getIfAvailable();
        if (sender != null) {
            return new SmtpCarrier(sender);
        }
        var folder = settings.folder();
        if (folder != null) {
            LOG.info("Mail is written to {}", folder.toAbsolutePath());
            return new FolderCarrier(folder);
        }
        LOG.warn(
                "There is no mail server (spring.mail.host) and no folder for mail (rems.mail.folder): mail will wait");
        return new NoCarrier();
    }

    @Bean
    DueWork mail(R2dbcMail queue, DeliverMail deliverMail, Carrier carrier, MailSettings settings) {
        return DueWork.named("mail")
                .every(settings.every())
                .find(carrier.isThere() ? queue.due() : Mono.just(List.of()))
                .each(due -> deliverMail.deliver(due.id()));
    }
}
