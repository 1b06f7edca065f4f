package shop.onboarding;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.OptionalInt;
import shop.provider.Provider;
import shop.retry.GivenUp;

/** Asks the provider of risk scores. */
final class RiskScores {

    private final Provider provider;

    RiskScores(Provider provider) {
        this.provider = provider;
    }

    private record Question(String company, String country) {}

    /** From 0 to 100, the higher the worse; nothing if the provider does not know the company. */
    OptionalInt of(Applicant applicant, String correlationId) throws GivenUp, InterruptedException {
        var score = provider.post(
                        "/v1/scores/" + URLEncoder.encode(applicant.country(), StandardCharsets.UTF_8),
                        new Question(applicant.company(), applicant.country()),
                        Map.of(Provider.CORRELATION_ID, correlationId))
                .path("score");
        return score.isInt() ? OptionalInt.of(score.asInt()) : OptionalInt.empty();
    }
}
