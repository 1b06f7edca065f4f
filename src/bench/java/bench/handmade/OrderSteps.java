package bench.handmade;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.cucumber.java.AfterAll;
import io.cucumber.java.BeforeAll;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** The sentences of the orders, each written out. */
public final class OrderSteps {

    private static final Duration WITHIN = Duration.ofSeconds(20);
    private static final long HOLD_MILLIS = 1000;

    private final String correlationId = UUID.randomUUID().toString();
    private Response response;

    @BeforeAll
    public static void start() throws IOException {
        Surroundings.start();
    }

    @AfterAll
    public static void stop() {
        Surroundings.stop();
    }

    @When("a customer places order {int}")
    public void placesOrder(int order) {
        response = given().header("X-Correlation-Id", correlationId)
                .contentType(ContentType.JSON)
                .body(Map.of("order", order))
                .post(Surroundings.applicationUrl + "/orders");
    }

    @Then("the response status is {int}")
    public void status(int status) {
        response.then().statusCode(status);
    }

    /** Sleeping through the hold and asking once more costs less than any way of asking all along. */
    @Then("exactly one invoice and exactly one shipment and exactly one notification are created")
    public void exactlyOneOfEach() throws InterruptedException {
        await().atMost(WITHIN).untilAsserted(this::isOneOfEach);
        TimeUnit.MILLISECONDS.sleep(HOLD_MILLIS);
        isOneOfEach();
    }

    @Then("at least one invoice and at least one shipment and at least one notification are created")
    public void atLeastOneOfEach() {
        await().atMost(WITHIN)
                .until(() -> Surroundings.INVOICING.received(correlationId) >= 1
                        && Surroundings.SHIPPING.received(correlationId) >= 1
                        && Surroundings.NOTIFYING.received(correlationId) >= 1);
    }

    private void isOneOfEach() {
        assertThat(Surroundings.INVOICING.received(correlationId))
                .as("invoices")
                .isEqualTo(1);
        assertThat(Surroundings.SHIPPING.received(correlationId))
                .as("shipments")
                .isEqualTo(1);
        assertThat(Surroundings.NOTIFYING.received(correlationId))
                .as("notifications")
                .isEqualTo(1);
    }
}
