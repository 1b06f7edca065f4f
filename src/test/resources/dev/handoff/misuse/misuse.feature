Feature: Misuse
  What a user may get wrong in a feature file.

  Scenario: an unknown effect
    Given a customer has paid 80.00 USD for an order
    When the customer requests a refund of 25.00 USD
    Then exactly one provider refnd is created

  Scenario: an unknown sentence
    When the customer request a refund of 25.00 USD for "x"
    Then no provider refund is created

  Scenario: nothing stated
    Given a customer has paid 80.00 USD for an order

  Scenario: an unknown matcher
    Given a customer has paid 80.00 USD for an order
    Then no provider refund is created with:
      | amount | <anny> |

  Scenario: a fault that meets nothing
    Given crm answers 503 to the next request
    And a customer has paid 80.00 USD for an order
    Then no provider refund is created

  Scenario: a value that nothing gave
    When the customer requests a refund of 25.00 USD
    Then no provider refund is created

  Scenario: an unknown item of an order
    Given a customer has paid 80.00 USD for an order
    Then these happen in order:
      | provider refnd |
      | ledger entry   |

  Scenario: a fault is misspelt
    Given payments anwsers 503 to the next request
    And a customer has paid 80.00 USD for an order
    When the customer requests a refund of 25.00 USD
    Then exactly one provider refund is created
