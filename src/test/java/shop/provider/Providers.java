package shop.provider;

import java.net.URI;
import java.net.http.HttpClient;
import java.util.Map;
import shop.retry.Retry;

/** The other companies that Shop works with, over one HTTP client. */
public final class Providers {

    private final Map<String, URI> addresses;
    private final Retry retry;
    private final HttpClient http = Provider.http();

    public Providers(Map<String, URI> addresses, Retry retry) {
        this.addresses = Map.copyOf(addresses);
        this.retry = retry;
    }

    public Provider named(String name) {
        URI address = addresses.get(name);
        if (address == null) {
            throw new IllegalArgumentException("no domain says that it needs " + name);
        }
        return new Provider(name, address, http, retry);
    }
}
