@epic=Growth @feature=Trial_signup @owner=growth-team
Feature: Trial signup
  A visitor who signs up can start at once, and sales, billing and analytics know of it.

  @story=A_trial_begins @severity=blocker @state
  Scenario: A signup reaches every system exactly once
    When a visitor signs up for the "team" plan of "Analytical Engines"
    Then the response status is 201
    And the trial signup workflow completes

  @story=A_trial_begins @data
  Scenario: The trial has the plan that the visitor chose
    When a visitor signs up for the "team" plan of "Analytical Engines"
    Then the response has:
      | plan   | team  |
      | status | trial |
    And exactly one billing trial is created with:
      | plan           | team     |
      | customer_email | ${email} |
      | trial_days     | 14       |
    And exactly one entitlement is recorded with:
      | plan | team |

  @story=A_trial_begins @data
  Scenario: Those who hear of a signup hear whose it is
    When a visitor signs up for the "team" plan of "Analytical Engines"
    Then exactly one signup completed event is published with:
      | version             | 1                  |
      | data.userId         | ${user_id}         |
      | data.organisationId | ${organisation_id} |
      | data.plan           | team               |

  @story=Sales_knows @data
  Scenario: Sales sees where the contact came from
    When a visitor signs up for the "team" plan of "Analytical Engines"
    Then exactly one CRM contact is created with:
      | email   | ${email}           |
      | company | Analytical Engines |
      | source  | website_trial      |

  @story=A_trial_begins @severity=blocker @auth
  Scenario: The welcome email brings the visitor in
    When a visitor signs up for the "team" plan of "Analytical Engines"
    Then exactly one welcome email is sent with:
      | to      | ${email}                |
      | subject | Welcome to Shop, Ada Lovelace |
    When the visitor follows the link in the welcome email
    Then the response status is 200
    And the response has:
      | status | active |

  @story=Nothing_happens_twice @data
  Scenario: Analytics counts a signup once
    Analytics is given no correlation ID: the event is found by the visitor's email address.

    When a visitor signs up for the "team" plan of "Analytical Engines"
    Then exactly one analytics event is recorded with:
      | event                      | Trial Started        |
      | userId                     | ${user_id}           |
      | properties.email           | ${email}             |
      | header X-Correlation-Id    | <absent>             |

  @story=Nothing_happens_twice @severity=critical @state
  Scenario: A browser that repeats a signup creates nothing twice
    When a visitor signs up for the "team" plan of "Analytical Engines"
    And the same request is sent again
    Then the trial signup workflow completes

  @story=A_trial_begins @state
  Scenario: Nobody is welcomed before there is an account
    When a visitor signs up for the "team" plan of "Analytical Engines"
    Then the user record is created before the signup completed event
    And the signup completed event is published before the welcome email

  @story=What_is_refused_leaves_no_trace @data
  Scenario: A plan that does not exist is refused without a trace
    When a visitor signs up for the "gold" plan of "Analytical Engines"
    Then the response status is 422
    And no user record is created
    And nothing else happens
