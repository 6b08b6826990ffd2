package io.rems.platform.access;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * From where a call came, as the gateway says. A controller takes it as a parameter; on paths for which the gateway does
 * not say it, and for whoever reaches a service past the gateway, nothing is known.
 *
 * @param address the client's IP address as text
 * @param session the sign-in that the user's access token belongs to; absent where there is none yet
 * @param agent what the client calls itself ({@code User-Agent}); anybody can write anything there
 */
public record Client(
        @Nullable String address,
        @Nullable UUID session,
        @Nullable String agent) {
    private static final int LONGEST_AGENT = 400;

    public static final Client UNKNOWN = new Client(null, null, null);

    public Client {
        agent = agent == null || agent.length() <= LONGEST_AGENT ? agent : agent.substring(0, LONGEST_AGENT);
    }
}
