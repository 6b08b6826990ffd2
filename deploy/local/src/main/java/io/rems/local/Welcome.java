package io.rems.local;

import java.time.Duration;
import java.util.Optional;

/** The end of {@code up}: where it is, who may sign in, what to try, what it took. */
final class Welcome {

    private Welcome() {}

    static String text(LocalStack stack, Optional<DemoData> demo, Duration taken) {
        var gateway = stack.gateway();
        return """

                REMS is ready at %1$s

                %2$s

                E-mails are sent to nobody: they go to %8$s

                Try:
                  TOKEN=$(curl -s %1$s/api/v1/auth/login -H 'Content-Type: application/json' -d '{"email":"%3$s","password":"%4$s"}' | sed 's/.*"accessToken":"\\([^"]*\\)".*/\\1/')
                  curl -s %1$s/api/v1/me -H "Authorization: Bearer $TOKEN"
                  curl -s %1$s%5$s -H "Authorization: Bearer $TOKEN"

                %9$sReady after %6$s, %7$s of memory in all processes. Ctrl-C or ./rems down stops it.\
                """.formatted(
                        gateway,
                        demo.map(DemoData::logins)
                                .orElse("Platform administrator: " + AppSettings.ADMINISTRATOR + ", password "
                                        + AppSettings.PASSWORD),
                        demo.map(DemoData::example).orElse(AppSettings.ADMINISTRATOR),
                        AppSettings.PASSWORD,
                        demo.isPresent() ? "/api/v1/properties" : "/api/v1/platform/firms",
                        Progress.seconds(taken.minus(stack.prepared())),
                        Memory.text(stack.memory() + Memory.ofOne(ProcessHandle.current())),
                        stack.mail(),
                        stack.prepared().isZero()
                                ? ""
                                : "Prepared in %s, once after a build. ".formatted(Progress.seconds(stack.prepared())));
    }
}
