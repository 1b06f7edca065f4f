package shop.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WebhookSignatureTest {

    private final WebhookSignature signature = new WebhookSignature("It's a Secret to Everybody");

    /** The example of GitHub's documentation, whose webhooks are signed alike. */
    @Test
    void onlyTheDigestOfThisBodyUnderThisSecretFits() {
        String right = "sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17";
        assertThat(signature.fits("Hello, World!", right)).isTrue();
        assertThat(signature.fits("Hello, World?", right)).isFalse();
        assertThat(signature.fits("Hello, World!", right.substring("sha256=".length())))
                .isFalse();
        assertThat(signature.fits("Hello, World!", null)).isFalse();
        assertThat(new WebhookSignature("Nobody's").fits("Hello, World!", right))
                .isFalse();
    }
}
