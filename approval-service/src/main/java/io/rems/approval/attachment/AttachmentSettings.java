package io.rems.approval.attachment;

import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What may be attached.
 *
 * @param largest one file; it is held in memory until it is checked
 * @param types media types, by the bytes
 */
@ConfigurationProperties("rems.approval.attachments")
record AttachmentSettings(
        @DefaultValue("8MB") DataSize largest,

        @DefaultValue({"application/pdf", "image/png", "image/jpeg", "image/webp", "image/heic", "image/tiff"})
        Set<String> types) {}
