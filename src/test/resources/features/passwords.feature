@epic=Accounts @feature=Passwords @owner=accounts-team
Feature: A new password
  Who has forgotten the password gets a link by mail that is good for an hour, until the next one is mailed, and once.

  Background:
    Given a customer has an account
    And the customer is signed in on two devices

  @story=The_customer_comes_back @severity=blocker @state
  Scenario: A new password is known everywhere, and ends what was begun with the old one
    When the customer asks for a new password
    And the customer follows the link in the password reset email
    And the customer chooses a new password
    Then the response status is 200
    And the password reset workflow completes

  @story=The_customer_comes_back @severity=critical @auth
  Scenario: The new password opens the account
    When the customer asks for a new password
    And the customer follows the link in the password reset email
    And the customer chooses a new password
    And the customer signs in with the new password
    Then the response status is 201

  @story=The_customer_comes_back @severity=critical @auth
  Scenario: The old password opens nothing any more
    When the customer asks for a new password
    And the customer follows the link in the password reset email
    And the customer chooses a new password
    And somebody signs in with the old password
    Then the response status is 401

  @story=The_customer_stays_safe @severity=critical @auth
  Scenario: All devices are signed out
    When the customer asks for a new password
    And the customer follows the link in the password reset email
    And the customer chooses a new password
    Then exactly 2 session ended events are published with:
      | data.email  | ${email}         |
      | data.reason | password changed |

  @story=The_customer_stays_safe @data
  Scenario: The customer is told that the password was changed, after it was
    When the customer asks for a new password
    Then no password changed email is sent
    When the customer follows the link in the password reset email
    And the customer chooses a new password
    Then exactly one password changed email is sent with:
      | to | ${email} |

  @story=The_customer_stays_safe @auth
  Scenario: The change can be looked up later
    When the customer asks for a new password
    And the customer follows the link in the password reset email
    And the customer chooses a new password
    Then exactly one audit entry is recorded with:
      | what | password changed by mailed link |

  @story=Nobody_learns_who_has_an_account @severity=critical @auth
  Scenario: An address without an account is answered like any other
    When somebody asks for a new password of an address without an account
    Then the response status is 202
    And no password reset email is sent
    And nothing else happens

  @story=A_link_opens_once @severity=critical @auth
  Scenario: A link changes the password once
    When the customer asks for a new password
    And the customer follows the link in the password reset email
    And the customer chooses a new password
    And somebody follows the link in the password reset email
    And the customer chooses a new password
    Then exactly one password changed event and exactly one password changed email are sent
    And the response status is 410

  @story=A_link_opens_for_a_time @auth
  Scenario: Within the hour the link can still be followed
    When the customer asks for a new password
    Then exactly one password reset email is sent
    When 59 minutes pass for the customer
    And the customer follows the link in the password reset email
    Then the response status is 200

  @story=A_link_opens_for_a_time @severity=critical @auth
  Scenario: After an hour the link is void
    When the customer asks for a new password
    Then exactly one password reset email is sent
    When 60 minutes pass for the customer
    And the customer follows the link in the password reset email
    Then the response status is 410

  @story=A_link_opens_once @severity=critical @auth
  Scenario: A newer link ends the older one
    When the customer asks for a new password
    And the customer asks for a new password
    Then exactly 2 password reset emails are sent
    When somebody follows the link in the first password reset email
    Then the response status is 410
    When the customer follows the link in the second password reset email
    Then the response status is 200

  @story=The_customer_stays_safe @severity=critical @auth
  Scenario: A forged link opens no account
    When the customer asks for a new password
    And somebody follows the link in the password reset email with a changed token
    Then the response status is 404
