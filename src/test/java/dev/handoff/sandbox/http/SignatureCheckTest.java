package dev.handoff.sandbox.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handoff.journal.Message;
import dev.handoff.vocabulary.SignatureStyle;
import dev.handoff.vocabulary.SystemSpec.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignatureCheckTest {

    private static final Instant NOW = Instant.ofEpochSecond(1_763_740_000);
    private static final String BODY = "{\"order_id\":\"A-100\"}";

    // openssl dgst -sha256 -hmac "shared secret"
    private static final String OF_TIME_AND_BODY = "41a3baf3803775431c2cc862d575310a71d2c050f03ebec2292f0e45ecb6ceca";
    private static final String OF_BODY = "a2e861c20d60dea61a12b07384e04f2f42e1da48733cd8309336874db762a322";

    @Test
    void aSignatureOverTimeAndBodyIsAccepted() {
        assertThat(refusal("t=1763740000,v1=" + OF_TIME_AND_BODY)).isEmpty();
        assertThat(refusal("t=1763740000,v0=00,v1=0011,v1=" + OF_TIME_AND_BODY)).isEmpty();
    }

    @Test
    void aMissingSignatureIsRefused() {
        assertThat(refusal(null)).contains("The header Shop-Signature is missing.");
    }

    @Test
    void aSignatureOverTheBodyAloneIsRefusedAsSuch() {
        assertThat(refusal("t=1763740000,v1=" + OF_BODY))
                .contains("Shop-Signature does not fit the time and the body; it fits the body alone.");
    }

    @Test
    void aSignatureOfAnotherBodyTimeOrVersionIsRefused() {
        String wrong = "Shop-Signature does not fit the time and the body.";
        assertThat(refusal("t=1763740000,v1=" + OF_TIME_AND_BODY, BODY + " ", NOW))
                .contains(wrong);
        assertThat(refusal("t=1763740001,v1=" + OF_TIME_AND_BODY)).contains(wrong);
        assertThat(refusal("t=1763740000,v0=" + OF_TIME_AND_BODY)).contains(wrong);
        assertThat(refusal("t=1763740000,v1=0")).contains(wrong);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a2e861c20d60dea61a12b07384e04f2f42e1da48733cd8309336874db762a322",
                "t=now,v1=00",
                "v1=00,t=1763740000",
                "t=1763740000",
                "t=1763740000,v1=zz"
            })
    void whatIsNoSignatureIsRefused(String header) {
        assertThat(refusal(header)).contains("Shop-Signature is not of the form t=SECONDS,v1=HEX.");
    }

    @Test
    void aGoodSignatureIsToleratedForSomeTimeOnly() {
        String good = "t=1763740000,v1=" + OF_TIME_AND_BODY;
        assertThat(refusal(good, BODY, NOW.plusSeconds(300))).isEmpty();
        assertThat(refusal(good, BODY, NOW.minusSeconds(300))).isEmpty();
        assertThat(refusal(good, BODY, NOW.plusSeconds(301)))
                .contains("Shop-Signature was made 301 s away from now; 300 s are tolerated.");
        assertThat(refusal(good, BODY, NOW.minusSeconds(301)))
                .contains("Shop-Signature was made 301 s away from now; 300 s are tolerated.");
    }

    @Test
    void inGithubsStyleTheBodyIsSigned() {
        assertThat(github("sha256=" + OF_BODY)).isEmpty();
        assertThat(github("sha256=" + OF_TIME_AND_BODY)).contains("Shop-Signature does not fit the body.");
        assertThat(github("sha1=" + OF_BODY)).contains("Shop-Signature is not of the form sha256=HEX.");
    }

    @Test
    void theBytesThatCameAreChecked() {
        byte[] binary = {(byte) 0xff, 0, 1};
        Message shownAsBase64 = Message.of(
                Map.of(
                        "Shop-Signature",
                        List.of("sha256=25f6687065a42d6f7343e9594052118d63ff344eb7a71c36d5187a5dac739536")),
                null,
                "/wAB");
        HttpRequest request = new HttpRequest("POST", "/hooks", Map.of(), shownAsBase64, binary);
        assertThat(refusal(SignatureStyle.GITHUB, request, NOW)).isEmpty();
    }

    @Test
    void whatWasCutCannotBeChecked() {
        Message cut = new Message(Map.of("Shop-Signature", List.of("sha256=" + OF_BODY)), null, BODY, BODY.length());
        assertThat(refusal(SignatureStyle.GITHUB, new HttpRequest("POST", "/hooks", Map.of(), cut), NOW))
                .contains("The body is too long for its signature to be checked.");
    }

    private static Optional<String> github(String header) {
        return refusal(SignatureStyle.GITHUB, request(header, BODY), NOW);
    }

    private static Optional<String> refusal(String header) {
        return refusal(header, BODY, NOW);
    }

    private static Optional<String> refusal(String header, String body, Instant now) {
        return refusal(SignatureStyle.STRIPE, request(header, body), now);
    }

    private static Optional<String> refusal(SignatureStyle style, HttpRequest request, Instant now) {
        return new SignatureCheck(new Signature("Shop-Signature", "shared secret", style, Duration.ofMinutes(5)))
                .refusal(request, now)
                .map(answer -> {
                    assertThat(answer.status()).isEqualTo(401);
                    return Message.of(Map.of(), answer.contentType(), answer.body())
                            .tree()
                            .path("detail")
                            .asText();
                });
    }

    private static HttpRequest request(String header, String body) {
        Map<String, List<String>> headers = header == null ? Map.of() : Map.of("Shop-Signature", List.of(header));
        return new HttpRequest("POST", "/hooks", Map.of(), Message.of(headers, "application/json", body));
    }
}
