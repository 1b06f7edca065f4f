@epic=Orders @feature=Checkout @owner=orders-team
Feature: Checkout
  What is ordered is reserved, paid and shipped; when it cannot be shipped, the customer pays nothing and the stock is
  free again.

  @story=An_order_is_shipped @severity=blocker @state
  Scenario: A checkout is reserved, paid and shipped exactly once
    When a customer checks out 3 items for 59.90 EUR
    Then the response status is 202
    And the checkout workflow completes

  @story=An_order_is_shipped @severity=blocker @state
  Scenario: Nothing is shipped before it is paid, and nothing is paid that is not in stock
    When a customer checks out 3 items for 59.90 EUR
    Then these happen in order:
      | the checkout        |
      | stock reservation   |
      | payment capture     |
      | shipment            |
      | order shipped event |
      | shipping notice     |

  @story=An_order_is_shipped @data
  Scenario: What is ordered is what is reserved, paid and shipped
    When a customer checks out 3 items for 59.90 EUR
    Then exactly one stock reservation is made with:
      | sku      | teapot |
      | quantity | 3      |
    And exactly one payment capture is made with:
      | amount   | 5990        |
      | currency | eur         |
      | order_id | ${order_id} |
    And exactly one shipment is made with:
      | sku      | teapot      |
      | quantity | 3           |
      | order_id | ${order_id} |

  @story=Progress_is_visible @state
  Scenario: Whoever asks learns that the order is done
    When a customer checks out 3 items for 59.90 EUR
    Then the workflow reaches "completed" within 20 seconds

  @story=Progress_is_visible @state @recovery
  Scenario: Whoever asks learns that the order is undone
    Given shipping answers 422 to the next shipment
    When a customer checks out 3 items for 59.90 EUR
    Then the workflow reaches "compensated" within 20 seconds

  @story=An_order_is_cancelled @severity=blocker @recovery
  Scenario: An order that cannot be shipped is undone
    Given shipping answers 422 to the next shipment
    When a customer checks out 3 items for 59.90 EUR
    Then the checkout cancellation workflow completes

  @story=An_order_is_cancelled @severity=critical @recovery
  Scenario: What was done last is undone first
    Given shipping answers 422 to the next shipment
    When a customer checks out 3 items for 59.90 EUR
    Then these happen in order:
      | stock reservation     |
      | payment capture       |
      | payment void          |
      | stock release         |
      | order cancelled event |
      | cancellation notice   |

  @story=An_order_is_cancelled @data @recovery
  Scenario: All that was reserved is free again
    Given shipping answers 422 to the next shipment
    When a customer checks out 3 items for 59.90 EUR
    Then exactly one stock release is made with:
      | order_id | ${order_id} |
      | sku      | teapot      |
      | quantity | 3           |

  @story=The_customer_is_told @errors
  Scenario: The customer and everybody else learn that the order is cancelled
    Given shipping answers 422 to the next shipment
    When a customer checks out 3 items for 59.90 EUR
    Then exactly one cancellation notice is sent with:
      | to   | ${email}               |
      | text | <contains ${order_id}> |
    And exactly one order cancelled event is published with:
      | data.orderId | ${order_id}    |
      | data.reason  | <contains 422> |

  @story=A_step_fails @severity=critical @errors @recovery
  Scenario: A declined payment ships nothing
    Given payments answers 402 to the next payment capture
    When a customer checks out 3 items for 59.90 EUR
    Then no shipment is made
    And exactly one stock release and exactly one cancellation notice are made
    And no payment void is made
    And exactly one checkout failed event and exactly one order cancelled event are published
    And exactly one stock reservation is made
    And nothing else happens

  @story=A_step_fails @severity=critical @errors
  Scenario: A payment that fails with a friendly answer is no payment
    Given payments answers 200 with an error to the next 4 payment captures
    When a customer checks out 3 items for 59.90 EUR
    Then no shipment is made
    And exactly one stock release and exactly one cancellation notice are made

  @story=A_step_fails @severity=critical @errors
  Scenario: What is out of stock is neither paid nor shipped
    Given inventory answers 409 to the next stock reservation
    When a customer checks out 3 items for 59.90 EUR
    Then no payment capture and no shipment are made
    And exactly one checkout failed event and exactly one order cancelled event are published
    And exactly one cancellation notice is sent
    And nothing else happens

  @story=The_way_back_fails @severity=critical @errors @recovery
  Scenario: A payment is given back even if the provider is away for a moment
    Given shipping answers 422 to the next shipment
    And payments answers 503 to the next 2 payment voids
    When a customer checks out 3 items for 59.90 EUR
    Then the payment void takes 3 attempts with the statuses 503, 503 and 200
    And every attempt of the payment void carries the same "Idempotency-Key"
    And exactly one payment void and exactly one stock release are made

  @story=The_way_back_fails @severity=critical @errors
  Scenario: Support learns of money that cannot be given back, and the stock is free all the same
    Given shipping answers 422 to the next shipment
    And payments answers 503 to the next 4 payment voids
    When a customer checks out 3 items for 59.90 EUR
    Then the workflow reaches "compensation_failed" within 20 seconds
    And exactly one support notification is sent with:
      | type     | compensation_failed |
      | order_id | ${order_id}         |
    And exactly one stock release is made
    And no cancellation notice is sent

  @story=Nothing_happens_twice @severity=critical @state @recovery
  Scenario: A cancellation that is told twice is carried out once
    Given shipping answers 422 to the next shipment
    And every checkout failed event is delivered twice
    When a customer checks out 3 items for 59.90 EUR
    Then exactly one payment void and exactly one stock release are made within 20 seconds
    And exactly one order cancelled event and exactly one cancellation notice are made within 20 seconds

  @story=Nothing_happens_twice @severity=critical @state
  Scenario: A customer who clicks twice pays once
    When a customer checks out 3 items for 59.90 EUR
    And 3 identical requests are sent at the same time
    Then exactly one stock reservation, exactly one payment capture and exactly one shipment are made
