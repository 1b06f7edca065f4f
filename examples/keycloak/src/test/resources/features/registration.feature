@epic=Accounts @feature=Registration
Feature: Registration

  A visitor becomes a customer by proving that the address is theirs.

  Scenario: A visitor who registers gets one mail, and an account that is not verified
    When a visitor registers
    Then exactly one verification mail is sent
    And exactly one registration is recorded
    And exactly one account exists with:
      | email          | ${unique.email} |
      | emailVerified | false           |
    And the registration is recorded before the verification mail
    And nothing else happens

  Scenario: Nobody gets in before the address is verified
    Given a customer has an account with the password "Difference-Engine-1" and an address that is not verified
    When the customer signs in with the password "Difference-Engine-1"
    Then the response status is 400
    And the response has:
      | error_description | Account is not fully set up |
    And no sign-in is recorded

  Scenario: Following the link verifies the address and leads back to the shop
    When a visitor registers
    And the visitor follows the link in the verification mail
    And the visitor chooses the password "Difference-Engine-1"
    Then exactly one verification and exactly one password change and exactly one sign-in and exactly one arrival at the shop are recorded
    And in the end the account has:
      | emailVerified | true |
    And no verification is recorded before the link
    And the verification is recorded before the arrival at the shop
    And exactly one verification mail is sent
    And exactly one registration is recorded
    And nothing else happens
    When the customer signs in with the password "Difference-Engine-1"
    Then the response status is 200
    And exactly 2 sign-ins are recorded

  Scenario: A link that was used does nothing more
    When a visitor registers
    And the visitor follows the link in the verification mail
    Then exactly one verification is recorded
    When the visitor follows the link in the verification mail
    Then exactly one verification is recorded
    And exactly one verification mail is sent
    And no sign-in is recorded
    And no arrival at the shop is recorded

  Scenario: A link with a changed token verifies nothing
    When a visitor registers
    And the visitor follows the link in the verification mail with a changed token
    Then the response status is 400
    And no verification is recorded
    And in the end the account has:
      | emailVerified | false |

  Scenario: Who registers twice has one account and gets one mail
    When a visitor registers
    Then exactly one verification mail is sent
    When a visitor registers
    Then exactly one account is created
    And exactly one registration is recorded
    And exactly one verification mail is sent

  Scenario Outline: A registration whose mail cannot be sent because <misfortune>
    The visitor is told, the account stays unverified, and Keycloak tries no further: who asks for a new password gets in.

    Given <misfortune>
    When a visitor registers
    Then the response status is 500
    And no verification mail is sent
    And exactly one registration is recorded
    And in the end the account has:
      | emailVerified | false |
    And nothing else happens

    Examples:
      | misfortune                              |
      | the mail server asks to try again later |
      | the mail server refuses the mail        |
      | the mail server is down                 |

  Scenario: Who got no mail gets in by asking for a new password
    Given the mail server refuses the mail
    When a visitor registers
    Then no verification mail is sent
    When somebody asks for a new password for the address
    And the visitor follows the link in the password mail
    Then exactly one verification mail is sent
    When the visitor follows the link in the verification mail
    And the visitor chooses the password "Difference-Engine-1"
    Then exactly one arrival at the shop is recorded
    And exactly one password mail is sent
    And in the end the account has:
      | emailVerified | true |
