@epic=Money @feature=Recovery @owner=payments-team @recovery
Feature: Rollback and recovery
  Whatever breaks in between, a refund is carried out once, and nobody is told twice or not at all.

  Background:
    Given a customer has paid 80.00 USD for an order

  @story=Messages_come_twice @severity=critical
  Scenario: An event that the broker delivers again tells nobody twice
    When the customer requests a refund of 25.00 USD
    And the refund completed event is delivered again 3 times
    Then the refund workflow completes

  @story=Messages_come_twice
  Scenario: A broker that delivers every event twice changes nothing
    Given every refund completed event is delivered twice
    When the customer requests a refund of 25.00 USD
    Then the refund workflow completes

  @story=Systems_go_away_and_come_back
  Scenario: A refund outlives an outage of the broker
    Given events is down
    When the customer requests a refund of 25.00 USD
    And events is back
    Then the response status is 202
    And the refund workflow completes

  @story=Systems_go_away_and_come_back @severity=critical
  Scenario: A refund outlives an outage of the database
    When the customer requests a refund of 25.00 USD
    And database is down
    And database is back
    Then the refund workflow completes

  @story=Systems_go_away_and_come_back
  Scenario: The customer gets the receipt when the mail server is back
    Given mail is down
    When the customer requests a refund of 25.00 USD
    Then at least one refund completed event is published
    When mail is back
    Then the refund workflow completes

  @story=Systems_go_away_and_come_back
  Scenario: A mail server that asks to try later gets the receipt once
    Given mail answers 451 to the next 2 requests
    When the customer requests a refund of 25.00 USD
    Then exactly one refund receipt is sent
    And the refund receipt takes 3 attempts with the statuses 451, 451 and 250

  @story=Systems_go_away_and_come_back
  Scenario: A receipt that cannot be delivered undoes no refund
    Given mail refuses recipients at "example.test"
    When the customer requests a refund of 25.00 USD
    Then exactly one provider refund and exactly one ledger entry and exactly one support notification are created
    And no refund receipt is sent
    And the refund receipt takes 1 attempts

  @story=The_application_crashes @severity=critical
  Scenario: A crash right after the provider was asked causes no second refund
    Given the application is killed as soon as the provider refund is created
    When the customer requests a refund of 25.00 USD
    Then exactly one provider refund and exactly one ledger entry are created within 30 seconds
    And the provider refund takes 2 attempts
    And every attempt of the provider refund carries the same "Idempotency-Key"
    And exactly one refund receipt is sent within 30 seconds

  @story=The_application_crashes
  Scenario: A restart forgets nothing
    When the customer requests a refund of 25.00 USD
    And the application restarts
    Then the refund workflow completes
