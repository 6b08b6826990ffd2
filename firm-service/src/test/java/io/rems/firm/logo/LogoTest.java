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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

@RemsTest
class LogoTest {
    private static final String LOGO = "/api/v1/firms/{id}/logo";
    private static final String PLATFORM_LOGO = "/api/v1/platform/firms/{id}/logo";
    private static final Map<String, String> NONE_YET = Map.of("If-None-Match", "*");

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
        var kept = first(png, MediaType.APPLICATION_OCTET_STREAM);

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
        assertThat(kept).isEqualTo(tag);
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
        var png = first(picture("png", 64, 64), MediaType.IMAGE_PNG);
        var jpeg = replaced(png, picture("jpg", 64, 64));
        admin().get(LOGO, firm).expectHeader().contentType("image/jpeg");

        removed(admin(), LOGO, jpeg).expectStatus().isNoContent();

        admin().get(LOGO, firm).expectStatus().isNotFound();
        removed(admin(), LOGO, jpeg).expectStatus().isNotFound();
        first(picture("png", 64, 64), MediaType.IMAGE_PNG);
    }

    @Test
    void onlyWhatTheClientHasSeenIsReplacedOrTakenAway() throws Exception {
        byte[] png = picture("png", 64, 64);
        put(png, MediaType.IMAGE_PNG, Map.of()).expectStatus().isEqualTo(428);
        put(png, MediaType.IMAGE_PNG, Map.of("If-Match", "\"1\""))
                .expectStatus()
                .isEqualTo(412);
        var tag = first(png, MediaType.IMAGE_PNG);

        put(png, MediaType.IMAGE_PNG, NONE_YET).expectStatus().isEqualTo(412);
        put(png, MediaType.IMAGE_PNG, Map.of()).expectStatus().isEqualTo(428);
        admin().client().delete().uri(LOGO, firm).exchange().expectStatus().isEqualTo(428);
        replaced(tag, picture("jpg", 64, 64));

        put(png, MediaType.IMAGE_PNG, Map.of("If-Match", tag)).expectStatus().isEqualTo(412);
        removed(admin(), LOGO, tag).expectStatus().isEqualTo(412);
        removed(admin(), LOGO, "W/" + tag).expectStatus().isEqualTo(412);
        admin().get(LOGO, firm).expectHeader().contentType("image/jpeg");
    }

    @RepeatedTest(3)
    void ofTwoFirstLogosAtOnceOneIsKept() throws Exception {
        byte[] png = picture("png", 64, 64);
        byte[] jpeg = picture("jpg", 64, 64);

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(threads.invokeAll(List.<Callable<Integer>>of(
                            () -> status(put(png, MediaType.IMAGE_PNG, NONE_YET)),
                            () -> status(put(jpeg, MediaType.IMAGE_JPEG, NONE_YET)))))
                    .extracting(answer -> answer.get())
                    .containsExactlyInAnyOrder(204, 412);
        }
    }

    @Test
    void operatorGivesAFirmItsLogoBeforeAnybodyOfItHasCome() throws Exception {
        byte[] png = picture("png", 64, 64);
        var tag = Objects.requireNonNull(put(api.operator(), PLATFORM_LOGO, png, MediaType.IMAGE_PNG, NONE_YET)
                .expectStatus()
                .isNoContent()
                .returnResult(Void.class)
                .getResponseHeaders()
                .getETag());

        admin().get(LOGO, firm).expectHeader().valueEquals("ETag", tag);
        api.operator()
                .get(PLATFORM_LOGO, firm)
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType("image/png")
                .expectHeader()
                .valueEquals("X-Content-Type-Options", "nosniff");
        assertThat(events.await("rems.firm.FirmLogoChanged.v1", firm.value()).firm())
                .isEqualTo(firm);
        removed(api.operator(), PLATFORM_LOGO, "\"1\"").expectStatus().isEqualTo(412);
        removed(api.operator(), PLATFORM_LOGO, tag).expectStatus().isNoContent();
        api.operator().get(PLATFORM_LOGO, firm).expectStatus().isNotFound();
        put(admin(), PLATFORM_LOGO, png, MediaType.IMAGE_PNG, NONE_YET)
                .expectStatus()
                .isForbidden();
        firm = TestCallers.newFirm();
        put(api.operator(), PLATFORM_LOGO, png, MediaType.IMAGE_PNG, NONE_YET)
                .expectStatus()
                .isNotFound();
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
        first(Arrays.copyOf(picture("png", 64, 64), Logo.LARGEST), MediaType.IMAGE_PNG);
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
        var tag = first(png, MediaType.IMAGE_PNG);

        other.get(LOGO, firm).expectStatus().isNotFound();
        put(other, LOGO, png, MediaType.IMAGE_PNG, Map.of("If-Match", tag))
                .expectStatus()
                .isNotFound();
        put(http.as(TestCallers.accountant(firm)), LOGO, png, MediaType.IMAGE_PNG, Map.of("If-Match", tag))
                .expectStatus()
                .isForbidden();
    }

    private AsCaller admin() {
        return api.adminOf(firm);
    }

    /** @return its tag */
    private String first(byte[] content, MediaType type) {
        return tag(put(content, type, NONE_YET));
    }

    private String replaced(String tag, byte[] content) {
        return tag(put(content, MediaType.IMAGE_JPEG, Map.of("If-Match", tag)));
    }

    private static String tag(ResponseSpec answer) {
        return Objects.requireNonNull(answer.expectStatus()
                .isNoContent()
                .returnResult(Void.class)
                .getResponseHeaders()
                .getETag());
    }

    private ResponseSpec put(byte[] content, MediaType type, Map<String, String> expected) {
        return put(admin(), LOGO, content, type, expected);
    }

    private ResponseSpec put(
            AsCaller caller, String path, byte[] content, MediaType type, Map<String, String> expected) {
        return caller.client()
                .put()
                .uri(path, firm)
                .headers(headers -> headers.setAll(expected))
                .contentType(type)
                .bodyValue(content)
                .exchange();
    }

    private ResponseSpec removed(AsCaller caller, String path, String tag) {
        return caller.client().delete().uri(path, firm).header("If-Match", tag).exchange();
    }

    private void refused(byte[] content, int status) {
        var there = admin().client().head().uri(LOGO, firm).exchange().returnResult(Void.class);
        var tag = there.getResponseHeaders().getETag();
        put(content, MediaType.IMAGE_PNG, tag == null ? NONE_YET : Map.of("If-Match", tag))
                .expectStatus()
                .isEqualTo(status);
    }

    private static int status(ResponseSpec answer) {
        return answer.returnResult(Void.class).getStatus().value();
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
