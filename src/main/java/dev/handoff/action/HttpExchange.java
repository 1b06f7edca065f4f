package dev.handoff.action;

import dev.handoff.journal.Message;
import io.restassured.RestAssured;
import io.restassured.config.HttpClientConfig;
import io.restassured.config.RedirectConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.filter.cookie.CookieFilter;
import io.restassured.http.Header;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One request and its answer over REST Assured, which keeps the cookies from one to the next and follows nothing. */
final class HttpExchange {

    private static final int CONNECT_MILLIS = 5_000;
    private static final int ANSWER_MILLIS = 30_000;

    private final CookieFilter cookies = new CookieFilter();
    private final RestAssuredConfig config = RestAssuredConfig.config()
            .httpClient(HttpClientConfig.httpClientConfig()
                    .setParam("http.connection.timeout", CONNECT_MILLIS)
                    .setParam("http.socket.timeout", ANSWER_MILLIS))
            .redirect(RedirectConfig.redirectConfig().followRedirects(false));

    Response send(String method, String url, Message content) {
        RequestSpecification request =
                RestAssured.given().config(config).urlEncodingEnabled(false).filter(cookies);
        content.headers().forEach((name, values) -> request.header(name, values.get(0)));
        if (content.contentType() != null) {
            request.contentType(content.contentType()).body(content.text());
        }
        return request.request(method, url);
    }

    static Message message(Response response) {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        for (Header header : response.getHeaders()) {
            headers.computeIfAbsent(header.getName(), none -> new ArrayList<>(1))
                    .add(header.getValue());
        }
        return Message.of(headers, response.contentType(), response.asString());
    }
}
