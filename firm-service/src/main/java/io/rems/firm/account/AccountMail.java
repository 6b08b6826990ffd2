package io.rems.firm.account;

import io.rems.firm.mail.Letter;
import io.rems.firm.mail.Post;
import io.rems.firm.mail.Template;
import io.rems.firm.token.IssueLink;
import io.rems.firm.token.Purpose;
import io.rems.firm.user.EmailAddress;
import io.rems.firm.user.PortalUser;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What a user is written about his own login. */
@Component
class AccountMail {
    private final IssueLink issueLink;
    private final Post post;

    AccountMail(IssueLink issueLink, Post post) {
        this.issueLink = issueLink;
        this.post = post;
    }

    Mono<Void> passwordReset(PortalUser user, Template template, Instant now) {
        return issueLink
                .issue(user.id(), Purpose.PASSWORD_RESET, null, user.language().locale(), now)
                .flatMap(link -> write(template, user, user.email(), link.words()));
    }

    Mono<Void> passwordChanged(PortalUser user) {
        return write(Template.PASSWORD_CHANGED, user, user.email(), Map.of());
    }

    /** To the new address that it is to be confirmed, and to the present one that this was asked. */
    Mono<Void> emailChange(PortalUser user, EmailAddress wanted, Instant now) {
        return issueLink
                .issue(
                        user.id(),
                        Purpose.EMAIL_CHANGE,
                        wanted.written(),
                        user.language().locale(),
                        now)
                .flatMap(link -> write(Template.EMAIL_CHANGE, user, wanted, link.words()));
    }

    Mono<Void> emailChangeAsked(PortalUser user, EmailAddress wanted) {
        return write(Template.EMAIL_CHANGE_ASKED, user, user.email(), Map.of("email", wanted.written()));
    }

    private Mono<Void> write(Template template, PortalUser user, EmailAddress to, Map<String, String> more) {
        var words = new HashMap<>(more);
        words.put("name", user.name());
        return post.queue(
                new Letter(template, user.id(), to.written(), user.language().locale(), Map.copyOf(words)));
    }
}
