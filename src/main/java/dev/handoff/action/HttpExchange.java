package dev.handoff.action;

import dev.handoff.journal.Message;
import io.restassured.RestAssured;
import io.restassured.config.HttpClientConfig;
import io.restassured.config.RedirectConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.filter.FilterContext;
import io.restassured.filter.OrderedFilter;
import io.restassured.http.Header;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One request and its answer over REST Assured, which keeps the cookies from one to the next and follows nothing. */
final class HttpExchange {

    private static final int CONNECT_MILLIS = 5_000;
    private static final int ANSWER_MILLIS = 30_000;

    private static final RestAssuredConfig CONFIG = RestAssuredConfig.config()
            .httpClient(HttpClientConfig.httpClientConfig()
                    .setParam("http.connection.timeout", CONNECT_MILLIS)
                    .setParam("http.socket.timeout", ANSWER_MILLIS))
            .redirect(RedirectConfig.redirectConfig().followRedirects(false));

    private final Cookies cookies = new Cookies();

    /**
     * Sends a request and waits for its answer.
     *
     * @param now the time by which cookies expire
     * @param leaving called when everything is prepared and the request goes out
     */
    Response send(String method, String url, Message content, Instant now, Runnable leaving) {
        RequestSpecification request =
                RestAssured.given().config(CONFIG).urlEncodingEnabled(false).filter(new Leaving(leaving));
        content.headers().forEach((name, values) -> request.header(name, values.get(0)));
        cookies.header(url, Date.from(now)).ifPresent(kept -> request.header("Cookie", kept));
        if (content.contentType() != null) {
            request.contentType(content.contentType()).body(content.text());
        }
        Response response = request.request(method, url);
        cookies.keep(url, response.getHeaders().getValues("Set-Cookie"));
        return response;
    }

    static Message message(Response response) {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        for (Header header : response.getHeaders()) {
            headers.computeIfAbsent(header.getName(), none -> new ArrayList<>(1))
                    .add(header.getValue());
        }
        return Message.of(headers, response.contentType(), response.asString());
    }

    /** The last filter before the request goes out. */
    private record Leaving(Runnable leaving) implements OrderedFilter {
        @Override
        public int getOrder() {
            return LOWEST_PRECEDENCE;
        }

        @Override
        public Response filter(
                FilterableRequestSpecification request,
                FilterableResponseSpecification response,
                FilterContext context) {
            leaving.run();
            return context.next(request, response);
        }
    }
}
