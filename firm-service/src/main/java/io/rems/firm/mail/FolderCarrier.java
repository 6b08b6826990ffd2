package io.rems.firm.mail;

import jakarta.mail.internet.MimeMessage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes mail into a folder, for whoever runs REMS on his own machine and has no mail server. */
class FolderCarrier implements Carrier {
    private final Path folder;

    FolderCarrier(Path folder) {
        this.folder = folder;
    }

    /** Under the message's own id, so that a second attempt writes the same file. */
    @Override
    public void carry(MimeMessage message) throws Exception {
        Files.createDirectories(folder);
        var name = message.getMessageID().replaceAll("[^A-Za-z0-9-]+", "_").replaceAll("^_|_$", "");
        var partial = folder.resolve(name + ".partial");
        try (var out = Files.newOutputStream(partial)) {
            message.writeTo(out);
        }
        Files.move(partial, folder.resolve(name + ".eml"), StandardCopyOption.REPLACE_EXISTING);
    }
}
