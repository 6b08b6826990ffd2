package io.rems.firm.mail;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Properties;
import org.springframework.stereotype.Component;

/** Makes messages of letters. The id of a message is that of the queue, so that one which went twice counts once. */
@Component
class Envelopes {
    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private final Letters letters;
    private final MailSettings settings;

    Envelopes(Letters letters, MailSettings settings) {
        this.letters = letters;
        this.settings = settings;
    }

    MimeMessage of(QueuedLetter queued, Instant now) throws MessagingException, UnsupportedEncodingException {
        var written = letters.write(queued.letter());
        var message = new Identified(
                queued.id() + settings.from().substring(settings.from().lastIndexOf('@')));
        message.setFrom(new InternetAddress(settings.from(), settings.sender(), UTF_8));
        message.setRecipient(RecipientType.TO, address(queued.letter().recipient()));
        message.setSubject(written.subject(), UTF_8);
        message.setSentDate(Date.from(now));
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setContent(
                new MimeMultipart("alternative", part(written.text(), "plain"), part(written.html(), "html")));
        message.saveChanges();
        return message;
    }

    /** Checked when it became the user's; parsing it again would refuse addresses in other scripts. */
    private static InternetAddress address(String email) {
        var address = new InternetAddress();
        address.setAddress(email);
        return address;
    }

    private static MimeBodyPart part(String text, String subtype) throws MessagingException {
        var part = new MimeBodyPart();
        part.setText(text, UTF_8, subtype);
        return part;
    }

    private static final class Identified extends MimeMessage {
        private final String id;

        Identified(String id) {
            super(Session.getInstance(new Properties()));
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", "<" + id + ">");
        }
    }
}
