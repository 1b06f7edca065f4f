@epic=Growth @feature=Leads @owner=growth-team
Feature: Demo requests and the lead form
  Whoever wants to hear from us is in the CRM once, with what sales needs to know, and sales and the visitor are told.

  @story=A_demo_is_asked_for @severity=blocker @state
  Scenario: A demo request reaches every system exactly once
    When a visitor from "DE" asks for a demo for "Analytical Engines"
    Then the response status is 202
    And the demo request workflow completes
    And the workflow reaches "completed" within 10 seconds

  @story=A_demo_is_asked_for @severity=critical @data
  Scenario: The lead says where it came from and who looks after it
    When a visitor from "DE" asks for a demo for "Analytical Engines"
    Then exactly one CRM lead is created with:
      | email    | ${email}             |
      | source   | website_demo_request |
      | owner    | emea                 |
      | campaign | autumn-fair          |
    And exactly one lead captured event is published with:
      | version       | 1        |
      | data.email    | ${email} |
      | data.campaign | autumn-fair |

  @story=A_demo_is_asked_for @data
  Scenario Outline: The postcode <postcode> reaches the CRM as the visitor typed it
    When a visitor with the postcode "<postcode>" asks for a demo for "Analytical Engines"
    Then exactly one CRM lead is created with:
      | postcode | <postcode> |

    Examples:
      | postcode |
      | SW1A     |
      | SW1A 1AA |

  @story=The_visitor_is_told @data
  Scenario: The visitor is told who will call
    When a visitor from "US" asks for a demo for "Analytical Engines"
    Then exactly one demo confirmation is sent with:
      | to   | ${email}                       |
      | text | <contains Our americas team>   |
    And exactly one sales alert is sent with:
      | to | americas-sales@shop.example |

  @story=Sales_knows @state
  Scenario: Sales finds the lead in the CRM when it hears of it
    When a visitor from "DE" asks for a demo for "Analytical Engines"
    Then these happen in order:
      | the demo request |
      | CRM lead         |
      | sales alert      |

  @story=Analytics_knows @state
  Scenario: Analytics knows the visitor before it counts the request
    When a visitor from "DE" asks for a demo for "Analytical Engines"
    Then exactly one identify call is made with:
      | userId       | ${lead_id} |
      | traits.email | ${email}   |
    And the identify call is made before the analytics event

  @story=Nothing_happens_twice @severity=critical @state
  Scenario: A browser that sends the lead form again makes one lead
    When a visitor leaves an address in the form of "newsletter"
    And the same request is sent again
    Then the lead form workflow completes

  @story=Nothing_happens_twice @severity=critical @data
  Scenario: Two clicks on the lead form make one lead
    The second click sends the form anew: nothing but its content says that it is the same.

    When a visitor leaves an address in the form of "newsletter"
    And a visitor leaves an address in the form of "newsletter"
    Then exactly one CRM lead and exactly one thank-you email are created

  @story=The_CRM_fails @errors
  Scenario: A CRM that asks for patience gets the lead all the same
    Given crm answers 429 to the next 2 requests
    When a visitor from "DE" asks for a demo for "Analytical Engines"
    Then exactly one CRM lead is created
    And the CRM lead takes 3 attempts with the statuses 429, 429 and 201
    And every attempt of the CRM lead carries the same "Idempotency-Key"

  @story=The_CRM_fails @errors @severity=critical
  Scenario: A lead that the CRM refuses is not lost without a word
    Given crm answers 422 to the next request
    When a visitor from "DE" asks for a demo for "Analytical Engines"
    Then exactly one CRM alarm is sent with:
      | to | sales-ops@shop.example |
    And no CRM lead, no demo confirmation and no sales alert are created
    And the workflow reaches "failed"

  @story=What_is_refused_leaves_no_trace @data
  Scenario: A postcode that is none is refused without a trace
    When a visitor with the postcode "12345" asks for a demo for "Analytical Engines"
    Then the response status is 422
    And no CRM lead and no demo confirmation are created
    And nothing else happens
