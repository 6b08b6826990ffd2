package io.rems.firm.signin.domain;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.HexFormat;

/** Whom failures are counted for where no account is meant: one address, or the whole /64 that an IPv6 client has. */
public record Network(String key) {
    private static final int PREFIX_BYTES = 8;
    private static final int LONGEST = 64;

    public static Network of(String address) {
        try {
            return InetAddress.ofLiteral(address) instanceof Inet6Address six
                    ? new Network(HexFormat.of().formatHex(six.getAddress(), 0, PREFIX_BYTES) + "/64")
                    : new Network(address);
        } catch (IllegalArgumentException _) {
            return new Network(address.length() > LONGEST ? address.substring(0, LONGEST) : address);
        }
    }
}
