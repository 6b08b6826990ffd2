package io.rems.local;

import io.rems.local.api.ApiProblem;
import io.rems.local.api.Gateway;
import io.rems.local.api.Session;
import java.net.URI;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a command finds REMS and as whom it acts: without options, in the local stack as one of its demo logins. */
public final class SignInOptions {

    private static final int UNAUTHENTICATED = 401;

    @Option(names = "--gateway", paramLabel = "URL", description = "Default: the stack that ./rems up started here.")
    private @Nullable URI gateway;

    @Option(names = "--user", paramLabel = "E-MAIL", description = "Who acts. Default: a demo login.")
    private @Nullable String user;

    @Option(
            names = "--password",
            paramLabel = "PASSWORD",
            defaultValue = "${env:REMS_PASSWORD}",
            description = "Better given as REMS_PASSWORD: a command line can be read by others.")
    private @Nullable String password;

    /** @throws StackFailure if REMS is not there or does not know them */
    public Session session(Supplier<String> usualUser) {
        var who = user == null ? usualUser.get() : user;
        var address = gateway == null ? localGateway() : gateway;
        try {
            return Gateway.at(address).signIn(who, password == null ? localPassword(who) : password);
        } catch (ApiProblem problem) {
            if (problem.status() == UNAUTHENTICATED) {
                throw new StackFailure(
                        "%s cannot sign in at %s: %s".formatted(who, address, problem.detail()), problem);
            }
            throw problem;
        }
    }

    private static URI localGateway() {
        return RunningStack.find()
                .map(RunningStack::gateway)
                .orElseThrow(() -> new StackFailure(
                        "REMS does not run here: start it with ./rems up, or say where: --gateway URL."));
    }

    /** The demo password opens nothing but the demo logins of the local stack. */
    private String localPassword(String who) {
        if (gateway != null && user != null) {
            throw new StackFailure("Give the password of " + who + ": REMS_PASSWORD or --password.");
        }
        return AppSettings.PASSWORD;
    }
}
