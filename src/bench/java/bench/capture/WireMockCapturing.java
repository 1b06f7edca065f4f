package bench.capture;

import static com.github.tomakehurst.wiremock.client.WireMock.created;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;

/** WireMock with its journal. */
final class WireMockCapturing implements Capturing {

    private final WireMockServer server = new WireMockServer(options().dynamicPort());

    WireMockCapturing() {
        server.start();
        server.stubFor(post(urlPathEqualTo("/invoices")).willReturn(created().withBody("{\"id\":\"1\"}")));
    }

    @Override
    public int port() {
        return server.port();
    }

    @Override
    public long captured() {
        return server.getAllServeEvents().size();
    }
}
