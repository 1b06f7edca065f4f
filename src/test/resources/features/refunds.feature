@epic=Money @feature=Refunds @owner=payments-team
Feature: Refunds
  A refund gives the customer the money back, and everybody who has to know of it learns of it: exactly once.

  Background:
    Given a customer has paid 80.00 USD for an order

  @story=A_refund_is_carried_out @severity=blocker @state
  Scenario: A refund reaches every system exactly once
    When the customer requests a refund of 25.00 USD
    Then the response status is 202
    And the refund workflow completes
    And the workflow reaches "completed" within 10 seconds

  @story=A_refund_is_carried_out @severity=blocker @data
  Scenario: The customer gets back the right amount in the right currency
    When the customer requests a refund of 25.00 USD
    Then exactly one provider refund is created within 10 seconds with:
      | amount                  | 2500             |
      | currency                | usd              |
      | metadata.correlation_id | ${correlationId} |
      | metadata.order_id       | ${order_id}      |
    And exactly one ledger entry is posted with:
      | amount_minor | 2500 |
      | currency     | USD  |

  @story=A_refund_is_carried_out @state
  Scenario: The books are closed before anybody is told
    When the customer requests a refund of 25.00 USD
    Then these happen in order:
      | the refund request     |
      | provider refund        |
      | ledger entry           |
      | refund completed event |
      | refund receipt         |

  @story=A_refund_is_carried_out @data
  Scenario: Those who hear of a refund hear which order and how much
    When the customer requests a refund of 25.00 USD
    Then exactly one refund completed event is published with:
      | version       | 1            |
      | data.refundId | ${refund_id} |
      | data.orderId  | ${order_id}  |
      | data.amount   | 2500         |
      | data.currency | USD          |

  @story=The_customer_is_told @data
  Scenario: The customer gets one receipt that names the order and the amount
    When the customer requests a refund of 25.00 USD
    Then exactly one refund receipt is sent with:
      | to      | ${email}                |
      | subject | Your refund of 25.00 USD |
      | text    | <contains 25.00 USD>    |

  @story=Nothing_happens_twice @severity=critical @state
  Scenario: A client that repeats its request causes one refund only
    When the customer requests a refund of 25.00 USD
    And the same request is sent again
    Then the response status is 202
    And exactly one provider refund is created
    And exactly one ledger entry and exactly one refund receipt are created

  @story=Nothing_happens_twice @severity=critical @state
  Scenario: Five impatient clicks cause one refund only
    When the customer requests a refund of 25.00 USD
    And 5 identical requests are sent at the same time
    Then the refund workflow completes

  @story=Providers_fail @errors
  Scenario: An outage of the provider delays a refund but does not repeat it
    Given payments answers 503 to the next 2 requests
    When the customer requests a refund of 25.00 USD
    Then exactly one provider refund is created
    And the provider refund takes 3 attempts with the statuses 503, 503 and 201
    And every attempt of the provider refund carries the same "Idempotency-Key"
    And exactly one refund receipt is sent

  @story=Providers_fail @errors @severity=critical
  Scenario Outline: A refund stays exactly one although <misfortune>
    Given <misfortune>
    When the customer requests a refund of 25.00 USD
    Then the refund workflow completes
    And every attempt of the provider refund carries the same "Idempotency-Key"

    Examples:
      | misfortune                                                 |
      | the payment provider drops the connection                  |
      | the payment provider is slow                               |
      | the payment provider hangs                                 |
      | the payment provider's answer is lost                      |
      | the payment provider's connection breaks before its answer |
      | the payment provider says that it failed and did not       |
      | the payment provider says that all is well and it is not   |

  @story=Providers_fail @errors
  Scenario: A refund that the provider declines is not booked, and support is told
    Given payments answers 402 to the next request
    When the customer requests a refund of 25.00 USD
    Then exactly one refund failed event is published
    And exactly one support notification is sent with:
      | type   | refund_failed              |
      | reason | <contains payments answered 402> |
    And no ledger entry and no refund receipt are created
    And the workflow reaches "failed"
    And nothing else happens

  @story=What_was_not_paid_is_not_refunded @severity=critical @data
  Scenario: Nobody gets back more than was paid
    When the customer requests a refund of 80.01 USD
    Then the response status is 422
    And no provider refund and no refund receipt are created
    And nothing else happens
