package shop.subscription;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import shop.defect.Defects;
import shop.provider.Provider;
import shop.retry.GivenUp;

/**
 * The token that the billing provider wants to see, for as long as it takes it.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-4.4">RFC 6749, client credentials</a>
 */
final class AccessTokens {

    private static final Logger LOG = LoggerFactory.getLogger(AccessTokens.class);
    private static final String SCOPE = "subscriptions:write charges:write";

    private final Provider billing;
    private final String credentials;
    private final Defects defects;
    private String token;

    AccessTokens(Provider billing, String secret, Defects defects) {
        this.billing = billing;
        this.credentials =
                "Basic " + Base64.getEncoder().encodeToString(("shop:" + secret).getBytes(StandardCharsets.UTF_8));
        this.defects = defects;
    }

    private record Grant(String grant_type, String scope) {}

    /** Has the first token ready before it is needed. */
    void prepare() {
        Thread thread = new Thread(
                () -> {
                    try {
                        renewed(Map.of());
                    } catch (GivenUp e) {
                        LOG.warn("There is no token of billing yet: {}", e.getMessage());
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                "billing-token");
        thread.setDaemon(true);
        thread.start();
    }

    synchronized String current(String correlationId) throws GivenUp, InterruptedException {
        return token == null ? renewed(correlationId) : token;
    }

    /** A new one: the one before was refused. */
    synchronized String renewed(String correlationId) throws GivenUp, InterruptedException {
        return renewed(Map.of(Provider.CORRELATION_ID, correlationId));
    }

    private synchronized String renewed(Map<String, String> headers) throws GivenUp, InterruptedException {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.put("Authorization", credentials);
        String scope = defects.has(UpgradeDefect.SCOPE_MISSING_IN_TOKEN) ? "subscriptions:write" : SCOPE;
        token = billing.post("/oauth/token", new Grant("client_credentials", scope), all)
                .path("access_token")
                .asText(null);
        if (token == null) {
            throw new GivenUp("billing gave no token");
        }
        return token;
    }
}
