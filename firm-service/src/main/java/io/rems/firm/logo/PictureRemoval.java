package io.rems.firm.logo;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Documents what is needed to take a logo away. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Operation(
        description = "404 if there is none, 412 if it is not the one that was seen.",
        parameters =
                @Parameter(
                        in = ParameterIn.HEADER,
                        name = "If-Match",
                        required = true,
                        description = "The ETag of the logo",
                        schema = @Schema(type = "string")))
@interface PictureRemoval {}
