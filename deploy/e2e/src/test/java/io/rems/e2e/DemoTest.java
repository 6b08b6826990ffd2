package io.rems.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.rems.local.demo.DemoCommand;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** What a stranger plays first. */
@EndToEnd
class DemoTest {

    @Test
    void theMainStoryHoldsOnTheDemoFirms(Suite suite) {
        suite.loadDemoFirms();

        assertThat(new CommandLine(new DemoCommand()).execute()).isZero();
    }
}
