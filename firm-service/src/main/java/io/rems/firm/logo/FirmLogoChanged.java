package io.rems.firm.logo;

import io.rems.platform.events.Message;
import io.rems.platform.events.PublishedEvent;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The public form of a new logo, which is fetched over HTTP; without a tag the firm has none any more. */
@PublishedEvent(
        type = "rems.firm.FirmLogoChanged.v1",
        subject = "firm",
        description = "A firm has another logo, or none any more (tag null).")
record FirmLogoChanged(
        UUID firmId, @Nullable String mediaType, @Nullable String tag) {

    static Message of(UUID firm, long firmVersion, @Nullable Logo logo) {
        return Message.of(
                firm,
                firmVersion,
                new FirmLogoChanged(firm, logo == null ? null : logo.mediaType(), logo == null ? null : logo.tag()));
    }
}
