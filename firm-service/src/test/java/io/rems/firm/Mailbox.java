package io.rems.firm;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.BodyPart;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.test.context.DynamicPropertyRegistrar;

/** A real mail server for all tests of the service, and what has come to it. */
public final class Mailbox {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Pattern TOKEN = Pattern.compile("#token=([\\w-]+)");

    private final GreenMail server;

    private Mailbox(GreenMail server) {
        this.server = server;
    }

    @Configuration(proxyBeanMethods = false)
    static class Server {
        @Bean(initMethod = "start", destroyMethod = "stop")
        GreenMail greenMail() {
            return new GreenMail(ServerSetup.SMTP.dynamicPort());
        }

        @Bean
        DynamicPropertyRegistrar smtp(GreenMail server) {
            return registry ->
                    registry.add("spring.mail.port", () -> server.getSmtp().getPort());
        }

        @Bean
        Mailbox mailbox(GreenMail server) {
            return new Mailbox(server);
        }
    }

    /** What has come to an address by now, oldest first. */
    public List<MimeMessage> of(String email) {
        return Arrays.stream(server.getReceivedMessages())
                .filter(message -> recipient(message).equalsIgnoreCase(email))
                .toList();
    }

    /** Waits for the latest of so many mails. */
    public MimeMessage await(String email, int count) {
        Awaitility.await().atMost(PATIENCE).until(() -> of(email).size() >= count);
        return of(email).get(count - 1);
    }

    /** The secret in the link of the latest of so many mails. */
    public String token(String email, int count) {
        var text = TOKEN.matcher(plain(await(email, count)));
        if (!text.find()) {
            throw new AssertionError("No link in the mail to " + email);
        }
        return text.group(1);
    }

    public static String plain(MimeMessage message) {
        return part(message, 0);
    }

    public static String html(MimeMessage message) {
        return part(message, 1);
    }

    private static String part(MimeMessage message, int index) {
        try {
            BodyPart part = ((MimeMultipart) message.getContent()).getBodyPart(index);
            return (String) part.getContent();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static String recipient(MimeMessage message) {
        try {
            return ((InternetAddress) message.getRecipients(RecipientType.TO)[0]).getAddress();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
