package io.rems.firm;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

@SpringBootApplication
@ConfigurationPropertiesScan
public class FirmApplication {

    public static void main(String[] args) {
        SpringApplication.run(FirmApplication.class, args);
    }
}
