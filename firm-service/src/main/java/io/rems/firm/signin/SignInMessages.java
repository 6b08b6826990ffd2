package io.rems.firm.signin;

import io.rems.firm.signin.domain.SignInEvent;
import io.rems.platform.events.Message;

/** How events of sign-in are told to others. */
public interface SignInMessages {

    Message of(SignInEvent event);
}
