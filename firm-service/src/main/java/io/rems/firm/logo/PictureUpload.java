package io.rems.firm.logo;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Documents how a logo is sent: the handler reads the request itself, so that nothing else could tell. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Operation(
        description =
                "PNG, JPEG or WebP of at most 512 KiB and 16 to 4096 pixels: else 413, 415 or 422. 412 if the logo is "
                        + "not the one that was seen.",
        parameters = {
            @Parameter(
                    in = ParameterIn.HEADER,
                    name = "If-Match",
                    description = "The ETag of the logo to replace; needed where there is one",
                    schema = @Schema(type = "string")),
            @Parameter(
                    in = ParameterIn.HEADER,
                    name = "If-None-Match",
                    description = "`*` for the first logo",
                    schema = @Schema(type = "string"))
        },
        requestBody =
                @RequestBody(
                        required = true,
                        content = {
                            @Content(mediaType = "image/png", schema = @Schema(type = "string", format = "binary")),
                            @Content(mediaType = "image/jpeg", schema = @Schema(type = "string", format = "binary")),
                            @Content(mediaType = "image/webp", schema = @Schema(type = "string", format = "binary"))
                        }),
        responses =
                @ApiResponse(
                        responseCode = "204",
                        description = "It is the logo now",
                        headers =
                                @Header(
                                        name = "ETag",
                                        description = "Names the picture, for `If-Match`",
                                        schema = @Schema(type = "string"))))
@interface PictureUpload {}
