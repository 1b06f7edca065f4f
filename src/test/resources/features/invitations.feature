@epic=Growth @feature=Invitations @owner=growth-team
Feature: Invitations
  A member invites a colleague by mail. The link in the mail is good for three days, for this colleague, and once.

  Background:
    Given an organisation has a member

  @story=A_colleague_joins @severity=blocker @state
  Scenario: An accepted invitation makes the colleague known everywhere
    When the member invites a colleague
    And the colleague follows the link in the invitation email
    Then the response status is 200
    When the colleague accepts the invitation
    Then the response status is 201
    And the invitation workflow completes

  @story=A_colleague_joins @state
  Scenario: Whoever asks is told how far an invitation has come
    When the member invites a colleague
    Then the workflow reaches "mailed"
    When the colleague follows the link in the invitation email
    And the colleague accepts the invitation
    Then the workflow reaches "completed"

  @story=A_colleague_joins @severity=critical @data
  Scenario: The invitation reaches the colleague, and leads back to us
    When the member invites a colleague
    Then exactly one invitation email is sent with:
      | to       | ${email}                                  |
      | subject  | Ada Lovelace invites you to Analytical Engines |
      | links[0] | <contains ${application.url}/invitations> |
    And nothing else happens

  @story=A_colleague_joins @data
  Scenario: Sales sees which organisation the colleague has joined
    When the member invites a colleague
    And the colleague follows the link in the invitation email
    And the colleague accepts the invitation
    Then exactly one CRM contact is created with:
      | email   | ${email}           |
      | company | Analytical Engines |
      | source  | invitation         |

  @story=A_colleague_joins @state
  Scenario: The member learns that the colleague has joined
    When the member invites a colleague
    And the colleague follows the link in the invitation email
    And the colleague accepts the invitation
    Then exactly one acceptance notice is sent with:
      | to      | ${member_email}                            |
      | subject | Grace Hopper has joined Analytical Engines |
    And the user record is created before the acceptance notice

  @story=Nothing_happens_twice @recovery
  Scenario: A browser that repeats the invitation mails it once
    When the member invites a colleague
    And the same request is sent again
    Then the response status is 202
    And exactly one invitation email is sent

  @story=A_link_opens_once @severity=critical @auth
  Scenario: An invitation works once
    When the member invites a colleague
    And the colleague follows the link in the invitation email
    And the colleague accepts the invitation
    And the colleague follows the link in the invitation email
    And the colleague accepts the invitation
    Then exactly one invitation accepted event is published
    And exactly one CRM contact and exactly one acceptance notice are created
    And the response status is 410

  @story=A_link_opens_for_a_time @auth
  Scenario: On the third day the colleague can still join
    When the member invites a colleague
    Then exactly one invitation email is sent
    When 71 hours pass for the customer
    And the colleague follows the link in the invitation email
    Then the response status is 200

  @story=A_link_opens_for_a_time @severity=critical @auth
  Scenario: After three days the invitation is void
    When the member invites a colleague
    Then exactly one invitation email is sent
    When 72 hours pass for the customer
    And the colleague follows the link in the invitation email
    Then the response status is 410
    And no user record is created

  @story=A_link_opens_for_one_person @severity=critical @auth
  Scenario: An invitation lets nobody else in
    When the member invites a colleague
    And the colleague follows the link in the invitation email
    And somebody else accepts the invitation
    Then no invitation accepted event and no CRM contact are created
    And the response status is 422

  @story=A_link_opens_for_one_person @severity=critical @auth
  Scenario: A forged link lets nobody in
    When the member invites a colleague
    And somebody follows the link in the invitation email with a changed token
    Then the response status is 404
    And no user record is created

  @story=The_member_is_told @errors
  Scenario: An invitation that nobody takes mail for is told to the member
    Given mail answers 550 to the next invitation email
    When the member invites a colleague
    Then exactly one undeliverable notice is sent with:
      | to   | ${member_email}     |
      | text | <contains ${email}> |
    And no invitation email is sent

  @story=The_member_is_told @errors
  Scenario: An invitation that comes back is told to the member
    Given mail bounces the next invitation email
    When the member invites a colleague
    Then exactly one undeliverable notice is sent with:
      | to   | ${member_email}     |
      | text | <contains ${email}> |
    And exactly one invitation email is sent
