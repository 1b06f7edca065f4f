@epic=Support @feature=Tickets @owner=support-team
Feature: Support tickets
  The support desk learns of each ticket at once. An urgent one that nobody takes over wakes whoever is on call, once.

  @story=The_desk_knows @severity=blocker @state
  Scenario: A ticket reaches the desk, and the customer knows that it has
    When a customer opens a normal ticket
    Then the response status is 201
    And the support ticket workflow completes

  @story=The_desk_knows @severity=critical @data
  Scenario: The desk sees who needs help, and how soon
    When a customer opens an urgent ticket
    Then exactly one support notification is sent within 10 seconds with:
      | type     | ticket_opened  |
      | customer | ${email}       |
      | subject  | Nobody can pay |
      | priority | P1             |

  @story=The_customer_is_told @data
  Scenario: The customer gets one confirmation that names the ticket
    When a customer opens a normal ticket
    Then exactly one ticket confirmation is sent with:
      | to   | ${email}                |
      | text | <contains ${ticket_id}> |

  @story=Nothing_happens_twice @recovery
  Scenario: A form that is sent twice opens one ticket
    When a customer opens a normal ticket
    And the same request is sent again
    Then exactly one ticket opened event is published
    And the response status is 201

  @story=The_customer_is_told @state
  Scenario: Whoever asks is told where a ticket stands
    When a customer opens an urgent ticket
    Then the workflow reaches "waiting"
    When 2 hours pass for the customer
    Then the workflow reaches "escalated"
    When a support agent takes the ticket over
    Then the workflow reaches "acknowledged"

  @story=Somebody_wakes_up @severity=critical @state
  Scenario: An urgent ticket that nobody takes over escalates after two hours
    When a customer opens an urgent ticket
    And 2 hours pass for the customer
    Then exactly one ticket escalated event is published with:
      | data.ticketId | ${ticket_id} |
    And the escalation workflow completes

  @story=Somebody_wakes_up @severity=critical @data
  Scenario: The page reaches the support team, and names the ticket
    When a customer opens an urgent ticket
    And 2 hours pass for the customer
    Then exactly one on-call page is sent with:
      | event_action     | trigger                                  |
      | dedup_key        | ${ticket_id}                             |
      | payload.group    | support                                  |
      | payload.severity | critical                                 |
      | payload.summary  | Nobody has acknowledged: Nobody can pay  |

  @story=Somebody_wakes_up @severity=critical @recovery
  Scenario: However long nobody takes the ticket over, one page is enough
    When a customer opens an urgent ticket
    And 2 hours pass for the customer
    Then exactly one on-call page is sent
    When 90 minutes pass for the customer
    Then exactly one on-call page is sent

  @story=Nobody_wakes_up_in_vain @state
  Scenario: Nobody is woken before the two hours are over
    When a customer opens an urgent ticket
    And 119 minutes pass for the customer
    Then no on-call page is sent

  @story=Nobody_wakes_up_in_vain @severity=critical @state
  Scenario: Whoever takes the ticket over lets the others sleep
    When a customer opens an urgent ticket
    And a support agent takes the ticket over
    And 3 hours pass for the customer
    Then no on-call page is sent
    And exactly one ticket acknowledged event is published

  @story=Nobody_wakes_up_in_vain @state
  Scenario: A normal ticket wakes nobody
    When a customer opens a normal ticket
    And 3 days pass for the customer
    Then no on-call page is sent
