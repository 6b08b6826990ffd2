package io.rems.local.demo;

import io.rems.local.DemoData;
import io.rems.local.LocalStack;
import io.rems.local.Progress;
import io.rems.local.StackFailure;
import io.rems.local.api.ApiProblem;
import io.rems.local.api.Gateway;
import io.rems.local.api.Unreachable;
import java.net.URI;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** Loads the demo firms; doing it again, also after a crash half-way, finishes what is missing and repeats nothing. */
public final class DemoFirms implements DemoData {

    @Override
    public void load(LocalStack stack, Progress progress) {
        load(stack.gateway(), stack.kafkaBootstrap(), progress);
    }

    /** @throws StackFailure if this is no local stack, or it refuses something */
    static void load(URI address, String kafkaBootstrap, Progress progress) {
        try {
            var gateway = Gateway.at(address);
            var operator = gateway.signIn(DemoLogins.OPERATOR, DemoLogins.PASSWORD);
            LocalProfile.require(gateway, operator);
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                var firms = DemoFirm.ALL.stream()
                        .map(firm -> new DemoFirmLoader(firm, new People(gateway, operator, firm), kafkaBootstrap))
                        .map(loader -> threads.submit(() -> loader.load(progress)))
                        .toList();
                for (var firm : firms) {
                    firm.get();
                }
            }
        } catch (ApiProblem | Unreachable e) {
            throw failed(e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof StackFailure failure ? failure : failed(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed(e);
        }
    }

    @Override
    public String logins() {
        return DemoLogins.text();
    }

    @Override
    public String example() {
        return DemoFirm.KUWAIT_PROPERTIES.accountant();
    }

    private static StackFailure failed(@Nullable Throwable cause) {
        return new StackFailure(
                "The demo firms could not be loaded; the next ./rems up goes on with them. " + cause, cause);
    }
}
