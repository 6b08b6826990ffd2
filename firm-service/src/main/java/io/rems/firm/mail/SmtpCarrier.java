package io.rems.firm.mail;

import jakarta.mail.internet.MimeMessage;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;

/** Hands mail to the mail server, and says of a failure what the server said. */
class SmtpCarrier implements Carrier {
    private final JavaMailSender server;

    SmtpCarrier(JavaMailSender server) {
        this.server = server;
    }

    @Override
    public void carry(MimeMessage message) throws Exception {
        try {
            server.send(message);
        } catch (MailSendException e) {
            throw e.getMessageExceptions().length > 0 ? e.getMessageExceptions()[0] : e;
        }
    }
}
