package io.rems.identity;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Ends with the process that started it, however that ends. */
@SpringBootApplication
public class IdentityProviderApplication {

    public static void main(String[] args) {
        SpringApplication.run(IdentityProviderApplication.class, args);
        ProcessHandle.current().parent().ifPresent(starter -> starter.onExit().thenRun(() -> System.exit(0)));
    }
}
