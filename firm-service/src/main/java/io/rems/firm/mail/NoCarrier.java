package io.rems.firm.mail;

import jakarta.mail.internet.MimeMessage;

/** Stands for the mail server that nobody has configured. */
class NoCarrier implements Carrier {

    @Override
    public void carry(MimeMessage message) {
        throw new IllegalStateException("No mail server is configured");
    }

    @Override
    public boolean isThere() {
        return false;
    }
}
