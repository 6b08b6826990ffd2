package io.rems.local;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Tries the events again that a service could not handle, once their cause is gone. */
@Command(
        name = "replay",
        description = "Applies the dead letters of a service's subscription again.",
        mixinStandardHelpOptions = true)
final class ReplayCommand implements Callable<Integer> {

    @Parameters(paramLabel = "SERVICE", description = "firm, ownership, approval, tenant or reporting.")
    private String service = "";

    @Parameters(paramLabel = "SUBSCRIPTION", description = "As in the service's README, for example properties.")
    private String subscription = "";

    @Mixin
    private SignInOptions signIn = new SignInOptions();

    @Override
    public Integer call() {
        var answer = signIn.session(() -> AppSettings.ADMINISTRATOR)
                .post("/api/v1/platform/services/%s/subscriptions/%s/replay"
                        .formatted(service.replace("-service", ""), subscription));
        System.out.println("Applied: " + answer.text("applied"));
        var failed = answer.node("failed");
        failed.forEach(event -> System.out.println("Failed again: " + event.asString()));
        return failed.isEmpty() ? 0 : 1;
    }
}
