package io.rems.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.rems.gateway.limit.LimitSettings.Rate;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.util.unit.DataSize;

class ClientAddressesTest {
    @Test
    void withoutProxiesTheConnectionTellsTheAddress() throws UnknownHostException {
        assertThat(behind(0).of(from("192.0.2.7", "10.0.0.1"))).isEqualTo("192.0.2.7");
    }

    @Test
    void behindProxiesOnlyWhatTheyWroteIsBelieved() throws UnknownHostException {
        var request = from("192.0.2.7", "6.6.6.6, 198.51.100.4, 192.0.2.8");

        assertThat(behind(1).of(request)).isEqualTo("192.0.2.8");
        assertThat(behind(2).of(request)).isEqualTo("198.51.100.4");
    }

    @Test
    void callPastTheProxiesCountsForItsOwnAddress() throws UnknownHostException {
        assertThat(behind(2).of(from("192.0.2.7", "10.0.0.1"))).isEqualTo("192.0.2.7");
    }

    @Test
    void addressesOfOneNetworkCountTogether() throws UnknownHostException {
        assertThat(behind(0).of(from("2001:db8:1:2::1", "")))
                .isEqualTo(behind(0).of(from("2001:db8:1:2:ffff::9", "")))
                .isNotEqualTo(behind(0).of(from("2001:db8:1:3::1", "")));
    }

    @Test
    void behindProxiesNetworksCountTogetherTooWhateverPortIsWritten() throws UnknownHostException {
        assertThat(behind(1).of(from("192.0.2.7", "2001:db8:1:2::1")))
                .isEqualTo(behind(1).of(from("192.0.2.7", "[2001:db8:1:2::9]:4711")));
        assertThat(behind(1).of(from("192.0.2.7", "198.51.100.4:80"))).isEqualTo("198.51.100.4");
        assertThat(behind(1).literal(from("192.0.2.7", "[2001:db8:1:2::9]:4711")))
                .isEqualTo("2001:db8:1:2::9");
        assertThat(behind(1).of(from("192.0.2.7", "nonsense"))).isEqualTo("nonsense");
    }

    private static ClientAddresses behind(int proxies) {
        var rate = new Rate(1, 1);
        return new ClientAddresses(new LimitSettings(DataSize.ofBytes(1), rate, rate, rate, 1, proxies));
    }

    private static ServerHttpRequest from(String address, String forwardedFor) throws UnknownHostException {
        return MockServerHttpRequest.get("/")
                .remoteAddress(new InetSocketAddress(InetAddress.getByName(address), 4711))
                .header("X-Forwarded-For", forwardedFor)
                .build();
    }
}
