package io.rems.local.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rems.local.Progress;
import io.rems.local.StackFailure;
import io.rems.local.api.ApiStandIn;
import io.rems.local.api.Gateway;
import java.io.IOException;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DemoFirmsTest {

    private ApiStandIn api;

    @BeforeEach
    void start() throws IOException {
        api = new ApiStandIn();
    }

    @AfterEach
    void stop() {
        api.close();
    }

    @Test
    void staysOutOfAnyEnvironmentButTheLocalOne() {
        api.issuer("rems:production:firm");

        assertThatThrownBy(() -> DemoFirms.load(api.address(), "localhost:1", Progress.silent()))
                .isInstanceOf(StackFailure.class)
                .hasMessageContaining("rems:production:firm");

        assertThat(api.posted()).isEmpty();
    }

    @Test
    void staysOutOfOtherMachines() {
        var session = api.gateway().signIn("operator@rems.example", "secret");

        assertThatThrownBy(() -> LocalProfile.require(Gateway.at(URI.create("http://192.0.2.1:8080")), session))
                .isInstanceOf(StackFailure.class)
                .hasMessageContaining("another machine");
    }

    @Test
    void isAtHomeInALocalStack() {
        LocalProfile.require(api.gateway(), api.gateway().signIn("operator@rems.example", "secret"));
    }
}
