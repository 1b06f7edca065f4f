@epic=Money @feature=Large_refunds @owner=payments-team
Feature: Large refunds
  Nobody pays out more than 1,000.00 alone: finance decides, and until it has, no money moves and nothing is booked.

  Background:
    Given a customer has paid 5000.00 USD for an order

  @story=Finance_decides @severity=blocker @auth
  Scenario: No money moves while finance has not decided
    When a support agent requests a refund of 2500.00 USD
    Then the response status is 202
    And a finance approval is pending for "finance" within 10 seconds
    And the provider refund, the ledger entry and the refund receipt are held back until the finance approval
    And the workflow reaches "approval_pending" within 10 seconds

  @story=Finance_decides @severity=blocker @state
  Scenario: A refund that finance approves is paid and booked once
    When a support agent requests a refund of 2500.00 USD
    And "finance" approves the finance approval
    Then the finance approval unlocks the provider refund, the ledger entry and the refund receipt
    And these happen in order:
      | the refund request   |
      | the finance approval |
      | provider refund      |
      | ledger entry         |
      | refund receipt       |
    And the workflow reaches "completed" within 10 seconds

  @story=Finance_decides @severity=critical @errors
  Scenario: A rejected refund is neither paid nor booked, and support is told
    When a support agent requests a refund of 2500.00 USD
    And "finance" rejects the finance approval
    Then the finance approval is rejected
    And no provider refund and no ledger entry exist
    And exactly one support notification is sent with:
      | type   | refund_failed           |
      | reason | finance has rejected it |
    And the workflow reaches "failed" within 10 seconds

  @story=Only_finance_decides @severity=critical @auth
  Scenario Outline: Whoever may not approve a refund is sent away: <who>
    When a support agent requests a refund of 2500.00 USD
    And "<who>" tries to approve the finance approval
    Then the finance approval is refused to "<who>"

    Examples:
      | who                    |
      | the requester          |
      | a colleague of support |

  @story=Only_finance_decides @state
  Scenario: A decision is final
    When a support agent requests a refund of 2500.00 USD
    And "finance" approves the finance approval
    And "finance" tries to reject the finance approval
    Then the response status is 409
    And exactly one provider refund is created

  @story=Nobody_decides @severity=critical @errors
  Scenario: After a day the finance director decides
    When a support agent requests a refund of 2500.00 USD
    Then a finance approval is pending for "finance"
    When 25 hours pass for the customer
    Then the finance approval is escalated to "finance_director" within 10 seconds
    And a finance approval is pending for "finance_director"
    When "finance" tries to approve the finance approval
    Then the finance approval is refused to "finance"
    When "finance_director" approves the finance approval
    Then the finance approval unlocks the provider refund and the ledger entry

  @story=Nobody_decides @severity=critical @errors
  Scenario: After two days without a decision the refund has failed
    When a support agent requests a refund of 2500.00 USD
    Then a finance approval is pending for "finance"
    When 49 hours pass for the customer
    Then the finance approval times out within 10 seconds
    And no provider refund and no ledger entry exist
    And exactly one refund failed event is published with:
      | data.reason | nobody has approved it in time |

  @story=Small_refunds_need_nobody @data
  Scenario: Up to 1,000.00 nobody is asked
    When a support agent requests a refund of 1000.00 USD
    Then no finance approval is asked for
    And exactly one provider refund and exactly one ledger entry are created
