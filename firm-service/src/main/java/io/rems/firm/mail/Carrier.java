package io.rems.firm.mail;

import jakarta.mail.internet.MimeMessage;

/** Brings a message on its way; blocks while it does. */
interface Carrier {

    void carry(MimeMessage message) throws Exception;

    /** Whether there is any way at all; mail waits until there is. */
    default boolean isThere() {
        return true;
    }
}
