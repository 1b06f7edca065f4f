package bench.handmade;

import static com.github.tomakehurst.wiremock.client.WireMock.created;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;

/** A stand-in on WireMock that takes one kind of request. */
record StandIn(String path, WireMockServer server) {

    static StandIn serving(String path) {
        WireMockServer server = new WireMockServer(options().dynamicPort());
        server.start();
        server.stubFor(post(urlPathEqualTo(path))
                .willReturn(
                        created().withHeader("Content-Type", "application/json").withBody("{\"id\":\"1\"}")));
        return new StandIn(path, server);
    }

    String url() {
        return "http://localhost:" + server.port();
    }

    int received(String correlationId) {
        return server.countRequestsMatching(postRequestedFor(urlPathEqualTo(path))
                        .withHeader("X-Correlation-Id", equalTo(correlationId))
                        .build())
                .getCount();
    }
}
