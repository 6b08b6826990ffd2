package io.rems.platform;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;

/** A service that has nothing but the platform. */
@SpringBootConfiguration
@EnableAutoConfiguration
public class PlatformTestApplication {}
