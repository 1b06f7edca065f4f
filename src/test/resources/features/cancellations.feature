@epic=Growth @feature=Subscription_cancellation @owner=growth-team
Feature: Subscription cancellation
  A customer who stays is charged once a month. A customer who goes is charged no more, and loses nothing that was paid.

  Background:
    Given a customer has the "team" plan, paid in EUR

  @story=A_customer_goes @severity=blocker @state
  Scenario: A cancellation reaches every system exactly once
    When the customer cancels the subscription
    Then the response status is 202
    When 31 days pass for the customer
    Then the subscription cancellation workflow completes
    And the workflow reaches "completed"

  @story=A_customer_goes @severity=critical @data
  Scenario: The customer is told how long the plan can be used
    When the customer cancels the subscription
    Then exactly one cancellation mail is sent with:
      | to   | ${email}                                         |
      | text | <contains You can use it until ${access_until}.> |

  @story=A_customer_goes @severity=critical @state
  Scenario: What was paid can be used to the end of the month
    When the customer cancels the subscription
    And 29 days pass for the customer
    Then exactly one billing cancellation is made
    And no access revocation is made
    When 2 days pass for the customer
    Then exactly one access revocation is made with:
      | customer | ${email} |
      | plan     | team     |

  @story=A_customer_goes @severity=blocker @recovery
  Scenario: Nobody is told that billing has stopped before it has
    Given billing answers 503 to the next 2 requests
    When the customer cancels the subscription
    Then the billing cancellation takes 3 attempts with the statuses 503, 503 and 200
    And every attempt of the billing cancellation carries the same "Idempotency-Key"
    And these happen in order:
      | the cancellation             |
      | billing cancellation         |
      | subscription cancelled event |
      | cancellation mail            |

  @story=A_customer_goes @severity=critical @errors
  Scenario: A cancellation that billing refuses is not confirmed, and support is told
    Given billing answers 409 to the next request
    When the customer cancels the subscription
    Then no subscription cancelled event and no cancellation mail are sent
    And exactly one cancellation refused event is published
    And exactly one support notification is sent with:
      | type     | cancellation_refused |
      | customer | ${email}             |

  @story=Months_are_charged @severity=blocker @state
  Scenario: A customer who goes is charged no more
    When the customer cancels the subscription
    And 31 days pass for the customer
    Then no monthly charge is made

  @story=Months_are_charged @severity=blocker @data
  Scenario: A customer who stays is charged once a month
    When 31 days pass for the customer
    Then exactly one monthly charge is made with:
      | amount   | 4750     |
      | currency | eur      |
      | customer | ${email} |
    When 30 days pass for the customer
    Then exactly 2 monthly charges are made

  @story=Months_are_charged @severity=critical @recovery
  Scenario: A scheduler that comes late charges the month all the same
    Given the scheduler stands still for the customer
    When 33 days pass for the customer
    Then no monthly charge is made
    When the scheduler runs again for the customer
    Then exactly one monthly charge is made

  @story=Months_are_charged @severity=critical @recovery
  Scenario: A scheduler that runs twice charges a month once
    When 31 days pass for the customer
    Then at least one monthly charge is made
    When the monthly run of the scheduler is started again
    Then the response status is 202
    And exactly one monthly charge is made
