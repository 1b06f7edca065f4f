Feature: Scenarios that could not fail
  Each is an error of its own; the run without servers finds the same.

  Scenario: nothing is stated
    Given a customer has paid 80.00 USD for an order
    When the customer requests a refund of 25.00 USD

  Scenario Outline: any number will do
    Given a customer has paid 80.00 USD for an order
    Then <number> provider refunds are created

    Examples:
      | number     |
      | at least 0 |
      | at most 1  |

  Scenario: stated too early
    Then nothing else happens
    When a visitor signs up for the "team" plan of "Acme"

  Scenario: several mistakes
    When a visitor signs up for the "team" plan of "Acme"
    Then no welcome email is sent before the signup
    And these happen in order:
      | user record |
    And exactly one welcome email is sent with:

  Scenario: nothing is wrong with this one
    When a visitor signs up for the "gold" plan of "Acme"
    Then the response status is 422
