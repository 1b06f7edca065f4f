package shop.provider;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Map;
import shop.retry.Retry;

/** The other companies that Shop works with, over one HTTP client. */
public final class Providers {

    private final Map<String, URI> addresses;
    private final Duration timeLimit;
    private final Retry retry;
    private final HttpClient http = Provider.http();

    /** Each of them is waited for so long, unless it is told otherwise. */
    public Providers(Map<String, URI> addresses, Duration timeLimit, Retry retry) {
        this.addresses = Map.copyOf(addresses);
        this.timeLimit = timeLimit;
        this.retry = retry;
    }

    public Provider named(String name) {
        URI address = addresses.get(name);
        if (address == null) {
            throw new IllegalArgumentException("no domain says that it needs " + name);
        }
        return new Provider(name, address, http, retry).answeringWithin(timeLimit);
    }
}
