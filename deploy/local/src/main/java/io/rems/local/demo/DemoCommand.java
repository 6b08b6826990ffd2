package io.rems.local.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.rems.local.RunningStack;
import io.rems.local.StackFailure;
import java.io.PrintStream;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Plays the main story; its exit code says whether all of it held. */
@Command(name = "demo", description = "Plays the main story and shows each step.", mixinStandardHelpOptions = true)
public final class DemoCommand implements Callable<Integer> {

    @Override
    public Integer call() {
        var stack = RunningStack.find()
                .orElseThrow(() -> new StackFailure("REMS does not run here: start it with ./rems up."));
        try {
            new DemoStory(stack.gateway(), stack.kafkaBootstrap(), new PrintStream(System.out, true, UTF_8)).play();
            return 0;
        } catch (StoryBroken broken) {
            System.out.println("\nThe story does not hold: " + broken.getMessage());
            return 1;
        }
    }
}
