package io.rems.firm.logo;

import static org.assertj.core.api.Assertions.assertThat;

import io.rems.firm.FirmApi;
import io.rems.platform.access.FirmId;
import io.rems.platform.test.RemsHttp;
import io.rems.platform.test.RemsHttp.AsCaller;
import io.rems.platform.test.RemsTest;
import io.rems.platform.test.TestCallers;
import io.rems.platform.test.TestEvents;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

@RemsTest
class LogoTest {
    private static final String LOGO = "/api/v1/firms/{id}/logo";

    @Autowired
    private RemsHttp http;

    @Autowired
    private TestEvents events;

    private FirmApi api;
    private FirmId firm;

    @BeforeEach
    void newFirm() {
        api = new FirmApi(http);
        firm = api.newFirm();
    }

    @Test
    void logoIsServedAsTheHarmlessPictureThatItIs() throws Exception {
        byte[] png = picture("png", 64, 32);
        put(png, MediaType.APPLICATION_OCTET_STREAM).expectStatus().isNoContent();

        var answer = http.as(TestCallers.viewer(firm))
                .get(LOGO, firm)
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType("image/png")
                .expectHeader()
                .valueEquals("X-Content-Type-Options", "nosniff")
                .expectHeader()
                .valueEquals("Content-Security-Policy", "default-src 'none'; sandbox")
                .expectHeader()
                .valueEquals("Cache-Control", "max-age=300, private")
                .expectBody()
                .returnResult();
        assertThat(answer.getResponseBody()).isEqualTo(png);

        var tag = Objects.requireNonNull(answer.getResponseHeaders().getETag());
        http.as(TestCallers.viewer(firm))
                .client()
                .get()
                .uri(LOGO, firm)
                .header("If-None-Match", tag)
                .exchange()
                .expectStatus()
                .isNotModified();
        var told = events.await("rems.firm.FirmLogoChanged.v1", firm.value());
        assertThat('"' + told.data().path("tag").stringValue() + '"').isEqualTo(tag);
    }

    @Test
    void logoIsReplacedAndRemoved() throws Exception {
        put(picture("png", 64, 64), MediaType.IMAGE_PNG).expectStatus().isNoContent();
        put(picture("jpg", 64, 64), MediaType.IMAGE_JPEG).expectStatus().isNoContent();
        admin().get(LOGO, firm).expectHeader().contentType("image/jpeg");

        admin().client().delete().uri(LOGO, firm).exchange().expectStatus().isNoContent();

        admin().get(LOGO, firm).expectStatus().isNotFound();
        admin().client().delete().uri(LOGO, firm).exchange().expectStatus().isNotFound();
    }

    @Test
    void whatItIsCountsNotWhatItIsCalled() {
        refused("<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>".getBytes(), 415);
        refused("<html><script>alert(1)</script></html>".getBytes(), 415);
        refused("GIF89a".getBytes(), 415);
        refused(new byte[0], 415);
        refused(new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0, 0, 4}, 415);
        refused(Arrays.copyOf("RIFF____WEBPVP8X".getBytes(), 20), 415);
    }

    @Test
    void tooManyBytesOrPixelsAreRefused() throws Exception {
        refused(Arrays.copyOf(picture("png", 64, 64), Logo.LARGEST + 1), 413);
        put(Arrays.copyOf(picture("png", 64, 64), Logo.LARGEST), MediaType.IMAGE_PNG)
                .expectStatus()
                .isNoContent();
        refused(picture("png", 4097, 16), 422);
        refused(picture("jpg", 15, 64), 422);
    }

    @Test
    void webpIsKnownInAllItsForms() {
        assertThat(sizeOf("UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASpAACAADsD+JaQAA3AAAAAA"))
                .isEqualTo(new PictureFormat.Size(64, 32));
        assertThat(sizeOf("UklGRhoAAABXRUJQVlA4TA0AAAAvP8AHAAcQERGIiP4H")).isEqualTo(new PictureFormat.Size(64, 32));
        assertThat(sizeOf("UklGRhoAAABXRUJQVlA4WAoAAAAQAAAAPwAAHwAA")).isEqualTo(new PictureFormat.Size(64, 32));
    }

    @Test
    void logoOfAnotherFirmDoesNotExistAndOnlyAdministratorsChangeOne() throws Exception {
        var other = api.adminOf(api.newFirm());
        byte[] png = picture("png", 64, 64);
        put(png, MediaType.IMAGE_PNG).expectStatus().isNoContent();

        other.get(LOGO, firm).expectStatus().isNotFound();
        other.client()
                .put()
                .uri(LOGO, firm)
                .contentType(MediaType.IMAGE_PNG)
                .bodyValue(png)
                .exchange()
                .expectStatus()
                .isNotFound();
        http.as(TestCallers.accountant(firm))
                .client()
                .put()
                .uri(LOGO, firm)
                .contentType(MediaType.IMAGE_PNG)
                .bodyValue(png)
                .exchange()
                .expectStatus()
                .isForbidden();
    }

    private AsCaller admin() {
        return api.adminOf(firm);
    }

    private ResponseSpec put(byte[] content, MediaType type) {
        return admin().client()
                .put()
                .uri(LOGO, firm)
                .contentType(type)
                .bodyValue(content)
                .exchange();
    }

    private void refused(byte[] content, int status) {
        put(content, MediaType.IMAGE_PNG).expectStatus().isEqualTo(status);
    }

    private static PictureFormat.Size sizeOf(String base64) {
        return PictureFormat.of(Base64.getDecoder().decode(base64))
                .orElseThrow()
                .size();
    }

    private static byte[] picture(String format, int width, int height) throws IOException {
        var bytes = new ByteArrayOutputStream();
        assertThat(ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format, bytes))
                .isTrue();
        return bytes.toByteArray();
    }
}
