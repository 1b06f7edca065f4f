@epic=Orders @feature=Order_completion @owner=orders-team
Feature: Order completion
  A completed order is sent by the partner, counted by marketing and confirmed to the customer: each of it once.

  Background:
    Given a customer has paid 19.99 USD for an order

  @story=An_order_is_sent @severity=blocker @state
  Scenario: A completed order reaches everybody exactly once
    When the order is completed
    Then the response status is 202
    And the order completion workflow completes

  @story=An_order_is_sent @data
  Scenario: The partner is told which order it is, and what it is worth to the cent
    When the order is completed
    Then exactly one fulfilment webhook is sent with:
      | order_id | ${order_id} |
      | amount   | 1999        |
      | currency | USD         |

  @story=An_order_is_sent @severity=critical @auth
  Scenario: The partner can tell that the order comes from the shop
    A request that is not signed with the secret that both know is refused, and is no webhook.

    When the order is completed
    Then exactly one fulfilment webhook is sent with:
      | header Shop-Signature | <any>       |
      | order_id              | ${order_id} |

  @story=An_order_is_sent @state
  Scenario: Nobody is told that an order is complete before the partner has it
    When the order is completed
    Then these happen in order:
      | the completion        |
      | fulfilment webhook    |
      | order completed event |
      | order confirmation    |

  @story=Progress_is_visible @state
  Scenario: Whoever asks learns that the order is complete
    When the order is completed
    Then the workflow reaches "completed" within 10 seconds

  @story=Marketing_counts @data
  Scenario: Marketing sees what the order was worth, in its currency
    When the order is completed
    Then exactly one conversion is recorded with:
      | transaction_id | ${order_id} |
      | value          | 19.99       |
      | currency       | USD         |

  @story=The_customer_is_told @data
  Scenario: The confirmation goes to the customer and names the order
    When the order is completed
    Then exactly one order confirmation is sent with:
      | to   | ${email}               |
      | text | <contains ${order_id}> |

  @story=Nothing_happens_twice @severity=critical @state
  Scenario: Completing an order again changes nothing
    When the order is completed
    And 3 identical requests are sent at the same time
    Then exactly one order completed event and exactly one fulfilment webhook are sent
    And exactly one order confirmation and exactly one conversion are recorded

  @story=Nothing_happens_twice @severity=critical @data
  Scenario: Two orders of one customer over the same amount are both sent
    When the order is completed
    Given the customer has paid 19.99 USD for another order
    When the order is completed
    Then exactly 2 fulfilment webhooks are sent
    And exactly 2 order confirmations and exactly 2 conversions are made

  @story=The_partner_fails @severity=critical @errors @recovery
  Scenario: The partner's error delays an order but does not repeat it
    Given fulfilment answers 500 to the next request
    When the order is completed
    Then the fulfilment webhook takes 2 attempts with the statuses 500 and 200
    And every attempt of the fulfilment webhook carries the same "Idempotency-Key"
    And exactly one fulfilment webhook and exactly one order confirmation are sent

  @story=The_partner_fails @severity=critical @state @recovery
  Scenario: An order is not sent twice when the partner's answer is lost
    Given fulfilment accepts the next request but never answers
    When the order is completed
    Then exactly one fulfilment webhook is sent within 20 seconds
    And the fulfilment webhook takes 2 attempts

  @story=The_partner_fails @severity=critical @errors
  Scenario: Support learns of an order that the partner does not take
    Given fulfilment answers 503 to the next 4 requests
    When the order is completed
    Then the workflow reaches "failed" within 10 seconds
    And exactly one support notification is sent with:
      | type     | fulfilment_failed |
      | order_id | ${order_id}       |
    And no fulfilment webhook, no order confirmation and no conversion are made
    And nothing else happens

  @story=An_order_is_sent @data
  Scenario: What was never ordered is not completed
    When an order that does not exist is completed
    Then the response status is 404
    And no fulfilment webhook is sent
    And nothing else happens
