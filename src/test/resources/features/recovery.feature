@epic=Money @feature=Recovery @owner=payments-team
Feature: Rollback and recovery
  Whatever breaks in between, a refund is carried out once and nobody is told twice.

  Background:
    Given a customer has paid 80.00 USD for an order

  @story=Messages_come_twice @severity=critical
  Scenario: An event that the broker delivers again tells nobody twice
    When the customer requests a refund of 25.00 USD
    And the refund completed event is delivered again 3 times
    Then the refund workflow completes

  @story=Messages_come_twice @severity=critical
  Scenario: A broker that delivers every event twice changes nothing
    Given every refund completed event is delivered twice
    When the customer requests a refund of 25.00 USD
    Then the refund workflow completes
