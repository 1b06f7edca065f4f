package shop;

import java.net.URI;
import java.net.http.HttpClient;
import shop.provider.Provider;
import shop.retry.Retry;

/** The other companies that Shop works with, over one HTTP client. */
final class Providers {

    private final Settings settings;
    private final Retry retry;
    private final HttpClient http = Provider.http();

    Providers(Settings settings, Retry retry) {
        this.settings = settings;
        this.retry = retry;
    }

    Provider payments() {
        return provider("payments", settings.payments());
    }

    Provider billing() {
        return provider("billing", settings.billing());
    }

    Provider crm() {
        return provider("crm", settings.crm());
    }

    Provider analytics() {
        return provider("analytics", settings.analytics());
    }

    Provider support() {
        return provider("support", settings.support());
    }

    private Provider provider(String name, URI baseUrl) {
        return new Provider(name, baseUrl, http, retry);
    }
}
