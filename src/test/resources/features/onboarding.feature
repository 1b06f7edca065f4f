@epic=Growth @feature=Onboarding @owner=risk-team
Feature: Onboarding
  A company becomes a customer at once when its risk is low. Otherwise a person decides, and until then nobody outside hears of it.

  @story=Low_risk @severity=blocker @state
  Scenario: A company of low risk can work at once
    When a company from "Germany" applies
    Then the response status is 202
    And the onboarding workflow completes
    And no risk approval is asked for
    And the workflow reaches "completed" within 10 seconds

  @story=Low_risk @data
  Scenario: Sales and billing know who the new customer is
    When a company from "Germany" applies
    Then exactly one CRM contact is created with:
      | email   | ${email}           |
      | company | Difference Engines |
      | source  | onboarding         |
    And exactly one billing account is opened with:
      | customer_email | ${email}           |
      | company        | Difference Engines |

  @story=High_risk @severity=blocker @auth
  Scenario: Nothing leaves while a company of high risk is not approved
    When a company from "Panama" applies
    Then a risk approval is pending for "risk_ops" within 10 seconds
    And the activation email, the CRM contact and the billing account are held back until the risk approval
    And the workflow reaches "approval_pending" within 10 seconds

  @story=High_risk @severity=blocker @state
  Scenario: An approved company is brought to CRM and billing, and told
    When a company from "Panama" applies
    And "risk_ops" approves the risk approval
    Then the risk approval unlocks the CRM contact, the billing account and the activation email
    And the workflow reaches "completed" within 10 seconds

  @story=High_risk @severity=critical @errors
  Scenario: A rejected company is told, and gets nothing
    When a company from "Panama" applies
    And "risk_ops" rejects the risk approval
    Then the risk approval is rejected
    And exactly one refusal email is sent
    And no CRM contact and no billing account and no activation email exist
    And the workflow reaches "rejected" within 10 seconds

  @story=High_risk @severity=critical @data
  Scenario: A company that nobody can rate is decided by a person
    When a company from "Atlantis" applies
    Then a risk approval is pending for "risk_ops" within 10 seconds
    And the activation email and the CRM contact are held back until the risk approval

  @story=High_risk @severity=critical @auth
  Scenario: Support cannot approve a risk
    When a company from "Panama" applies
    And "support_agent" tries to approve the risk approval
    Then the risk approval is refused to "support_agent"

  @story=Nobody_decides @errors
  Scenario: After a day the head of risk decides
    When a company from "Panama" applies
    Then a risk approval is pending for "risk_ops"
    When 25 hours pass for the customer
    Then the risk approval is escalated to "risk_lead" within 10 seconds
    When "risk_lead" approves the risk approval
    Then the risk approval unlocks the activation email

  @story=Those_who_listen @data
  Scenario Outline: Those who listen learn how risky a company from <country> is
    When a company from "<country>" applies
    Then exactly one onboarding evaluated event is published with:
      | version           | 1                |
      | data.onboardingId | ${onboarding_id} |
      | data.riskLevel    | <level>          |

    Examples:
      | country | level |
      | Germany | low   |
      | Panama  | high  |
