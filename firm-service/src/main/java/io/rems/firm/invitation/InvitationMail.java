package io.rems.firm.invitation;

import io.rems.firm.mail.Letter;
import io.rems.firm.mail.Post;
import io.rems.firm.mail.Template;
import io.rems.firm.token.IssueLink;
import io.rems.firm.token.Purpose;
import io.rems.firm.user.PortalUser;
import io.rems.firm.user.RecordUser;
import io.rems.firm.user.UserEvent;
import io.rems.platform.access.FirmId;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Writes to whoever was invited: a link to those who have no password yet, and to the others that they are welcome. */
@Component
class InvitationMail {
    private final R2dbcFirmNames firmNames;
    private final IssueLink issueLink;
    private final Post post;
    private final RecordUser recordUser;

    InvitationMail(R2dbcFirmNames firmNames, IssueLink issueLink, Post post, RecordUser recordUser) {
        this.firmNames = firmNames;
        this.issueLink = issueLink;
        this.post = post;
        this.recordUser = recordUser;
    }

    Mono<Void> to(PortalUser user, @Nullable FirmId firm, Instant now) {
        var words = new HashMap<String, String>();
        words.put("name", user.name());
        var firmName = firm == null ? Mono.<String>empty() : firmNames.of(firm);
        return firmName.doOnNext(name -> words.put("firm", name)).then(Mono.defer(() -> switch (user.status()) {
            case INVITED -> invite(user, firm, words, now);
            case ACTIVE -> welcome(user, words);
            case DISABLED -> Mono.empty();
        }));
    }

    private Mono<Void> invite(PortalUser user, @Nullable FirmId firm, Map<String, String> words, Instant now) {
        return issueLink
                .issue(user.id(), Purpose.INVITATION, null, user.language().locale(), now)
                .flatMap(link -> {
                    words.putAll(link.words());
                    return write(user, firm == null ? Template.PLATFORM_INVITATION : Template.INVITATION, words)
                            .then(recordUser.publish(new UserEvent.Invited(user, firm, link.expiresAt())));
                });
    }

    private Mono<Void> welcome(PortalUser user, Map<String, String> words) {
        words.put("link", issueLink.toPortal());
        return write(user, Template.WELCOME_TO_FIRM, words);
    }

    private Mono<Void> write(PortalUser user, Template template, Map<String, String> words) {
        return post.queue(new Letter(
                template, user.id(), user.email().written(), user.language().locale(), Map.copyOf(words)));
    }
}
