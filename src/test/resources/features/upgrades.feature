@epic=Growth @feature=Plan_upgrade @owner=growth-team
Feature: Plan upgrade
  A customer who takes a better plan pays the difference and can use it as soon as billing confirms the payment:
  exactly once, and never before.

  @story=An_upgrade_is_carried_out @severity=blocker @state
  Scenario: An upgrade reaches every system exactly once
    Given a customer has the "starter" plan, paid in EUR
    When the customer asks for an upgrade to the "team" plan
    Then the response status is 202
    And the workflow reaches "waiting_for_payment"
    When billing confirms the payment of the upgrade
    Then the response status is 200
    And the plan upgrade workflow completes
    And the workflow reaches "completed"

  @story=An_upgrade_is_carried_out @severity=critical @data
  Scenario: The customer pays the difference for the rest of the month
    Given a customer has the "starter" plan, paid in EUR
    When 10 days pass for the customer
    And the customer asks for an upgrade to the "team" plan
    Then exactly one upgrade charge is made with:
      | plan     | team |
      | amount   | 2367 |
      | currency | eur  |

  @story=An_upgrade_is_carried_out @data
  Scenario: The customer's mail names the new plan and the price
    Given a customer has the "starter" plan, paid in EUR
    When the customer asks for an upgrade to the "team" plan
    Then the workflow reaches "waiting_for_payment"
    When billing confirms the payment of the upgrade
    Then exactly one upgrade mail is sent with:
      | to   | ${email}                                                                                |
      | text | <contains you have the team plan now. For the rest of this month we have charged 35.50 EUR> |

  @story=An_upgrade_is_carried_out @data
  Scenario: Analytics counts the revenue of an upgrade once
    Given a customer has the "starter" plan, paid in EUR
    When the customer asks for an upgrade to the "team" plan
    Then the workflow reaches "waiting_for_payment"
    When billing confirms the payment of the upgrade
    Then exactly one analytics event is recorded with:
      | event               | Plan Upgraded |
      | properties.plan     | team          |
      | properties.revenue  | 35.50         |
      | properties.currency | EUR           |
    And no analytics event is recorded before the payment

  @story=Only_what_is_paid_is_opened @severity=blocker @state
  Scenario: Nobody uses a plan before it is paid
    Given a customer has the "starter" plan, paid in EUR
    When the customer asks for an upgrade to the "team" plan
    Then the workflow reaches "waiting_for_payment"
    When billing confirms the payment of the upgrade
    Then no access grant and no plan entitlement are made before the payment
    And these happen in order:
      | upgrade charge      |
      | the payment         |
      | access grant        |
      | plan upgraded event |
      | upgrade mail        |

  @story=Only_what_is_paid_is_opened @severity=blocker @errors
  Scenario: A customer whose payment fails keeps the plan and is told
    Given a customer has the "starter" plan, paid in EUR
    When the customer asks for an upgrade to the "team" plan
    Then the workflow reaches "waiting_for_payment"
    When billing reports that the payment of the upgrade failed
    Then no access grant and no plan entitlement and no analytics event are made
    And exactly one upgrade failed event is published
    And exactly one payment failure mail is sent with:
      | to   | ${email}                       |
      | text | <contains keep the starter plan> |
    And in the end the subscription record has:
      | plan | starter |

  @story=Only_what_is_paid_is_opened @severity=blocker @auth
  Scenario: A stranger cannot report a payment
    Given a customer has the "starter" plan, paid in EUR
    When the customer asks for an upgrade to the "team" plan
    Then exactly one upgrade charge is made
    When a stranger reports that the upgrade was paid
    Then no access grant and no plan entitlement are made
    And the response status is 401
    And in the end the subscription record has:
      | plan | starter |
    And nothing else happens

  @story=Only_what_is_paid_is_opened @severity=critical @auth
  Scenario: Credentials that have expired are renewed with all the rights that are needed
    Given a customer has the "starter" plan, paid in EUR
    And billing rejects the credentials until they are renewed
    When the customer asks for an upgrade to the "team" plan
    Then exactly one upgrade charge is made
    And the upgrade charge takes 2 attempts with the statuses 401 and 202
    And exactly one billing token is issued with:
      | scope | subscriptions:write charges:write |

  @story=Billing_repeats_itself @severity=critical @state
  Scenario: A payment that billing reports twice opens the plan once
    Given a customer has the "starter" plan, paid in EUR
    When the customer asks for an upgrade to the "team" plan
    Then the workflow reaches "waiting_for_payment"
    When billing confirms the payment of the upgrade
    And the same request is sent again
    Then the response status is 200
    And exactly one plan entitlement and exactly one access grant are made
    And exactly one upgrade mail and exactly one analytics event are sent

  @story=Billing_repeats_itself @severity=critical @state
  Scenario: A payment that billing reports before it has answered opens the plan
    Given a customer has the "starter" plan, paid in EUR
    And billing takes 2 seconds to answer
    When the customer asks for an upgrade to the "team" plan
    And billing confirms the payment of the upgrade
    Then the plan upgrade workflow completes

  @story=Billing_repeats_itself @severity=critical @state
  Scenario: What billing reports late does not undo what it has reported since
    Given a customer has the "starter" plan, paid in EUR
    When the customer asks for an upgrade to the "team" plan
    Then the workflow reaches "waiting_for_payment"
    When billing confirms the payment of the upgrade
    Then the workflow reaches "completed"
    When billing reports the "starter" plan as change 2 of the subscription
    And billing reports that the payment of the upgrade failed
    Then in the end the subscription record has:
      | plan | team |
    And the "plan" of the subscription record never returns to an earlier value
    And no payment failure mail is sent

  @story=Billing_repeats_itself @state
  Scenario: What billing changes later is taken over
    Given a customer has the "starter" plan, paid in EUR
    When billing reports the "business" plan as change 4 of the subscription
    Then the response status is 200
    And in the end the subscription record has:
      | plan | business |
    And nothing else happens
