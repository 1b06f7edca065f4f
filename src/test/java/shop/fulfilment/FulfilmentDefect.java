package shop.fulfilment;

import shop.defect.Defect;

enum FulfilmentDefect implements Defect {
    WEBHOOK_SIGNATURE_CHANGED("the webhook's signature covers the body alone, no longer the time and the body"),
    WEBHOOK_KEY_PER_RETRY("every attempt of the webhook carries an idempotency key of its own"),
    WEBHOOK_KEY_COLLIDES(
            "the webhook's idempotency key is made of customer and amount: a second order like the first counts as done"),
    WEBHOOK_RETRY_MISSING("the webhook is given up after its first refused attempt"),
    WEBHOOK_RETRIES_AMPLIFY(
            "a webhook that was not answered in time is sent again by the client and by its caller, too"),
    WEBHOOK_GIVEN_UP_SILENTLY("when the webhook's last attempt fails, support is not told"),
    WEBHOOK_AMOUNT_ROUNDED("the webhook's amount in cents is calculated with floating point numbers and cut off"),
    ORDER_EVENT_TWICE("order.completed is put into the outbox twice"),
    ORDER_EVENT_NOT_AWAITED("order.completed is published in the background, which ends with the work that began it"),
    CONFIRMATION_TO_WRONG_PERSON("the confirmation is mailed to the order desk instead of the customer"),
    CONVERSION_NEVER_TRACKED("nobody tells analytics of a completed order"),
    CONVERSION_TRACKED_AGAIN("the confirmation's consumer tracks the conversion as well"),
    CONVERSION_IN_CENTS("the conversion's value is given in cents"),
    CONVERSION_CURRENCY_LOST("the conversion has no currency");

    private final String change;

    FulfilmentDefect(String change) {
        this.change = change;
    }

    @Override
    public String workflow() {
        return "fulfilment";
    }

    @Override
    public String change() {
        return change;
    }
}
