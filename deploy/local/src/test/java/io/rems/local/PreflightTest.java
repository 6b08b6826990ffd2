package io.rems.local;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PreflightTest {

    @Test
    void aTakenPortIsNamedWithItsPartAndTheWayOut() throws Exception {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var ports = StackPorts.free().with(Map.of("approval", socket.getLocalPort()));

            assertThatThrownBy(() -> Preflight.portsAreFree(ports))
                    .isInstanceOf(StackFailure.class)
                    .hasMessageContaining("port " + socket.getLocalPort() + " (approval)")
                    .hasMessageContaining("--port approval=");
        }
    }

    @Test
    void freePortsAndEnoughMemoryPass() {
        assertThatCode(() -> Preflight.portsAreFree(StackPorts.free())).doesNotThrowAnyException();
        assertThatCode(() -> Preflight.memorySuffices(1)).doesNotThrowAnyException();
    }

    @Test
    void tooLittleMemoryIsSaidInFigures() {
        assertThatThrownBy(() -> Preflight.memorySuffices(Long.MAX_VALUE >> 10))
                .isInstanceOf(StackFailure.class)
                .hasMessageContaining("is free")
                .hasMessageContaining("--no-memory-check");
    }

    @Test
    void aPortThatCannotBeIsToldAsSuch() {
        assertThatThrownBy(() -> StackPorts.standard().with(Map.of("gateway", 99_999)))
                .isInstanceOf(StackFailure.class)
                .hasMessage("99999 is no port for \"gateway\": ports are 1 to 65535.");
    }

    @Test
    void anUnknownPartHasNoPort() {
        assertThatThrownBy(() -> StackPorts.standard().with(Map.of("mail", 25)))
                .hasMessageContaining("no part \"mail\"")
                .hasMessageContaining("gateway");
    }
}
