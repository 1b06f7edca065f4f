@epic=Accounts @feature=Passwords
Feature: Passwords

  Scenario: Asking for a new password sends one mail, and the old password holds
    Given a customer has an account with the password "Difference-Engine-1"
    When somebody asks for a new password for the address
    Then exactly one password mail is sent
    And exactly one account exists
    And nothing else happens
    When the customer signs in with the password "Difference-Engine-1"
    Then the response status is 200

  Scenario: A new password takes the place of the old one
    Given a customer has an account with the password "Difference-Engine-1"
    When somebody asks for a new password for the address
    And the customer follows the link in the password mail
    And the visitor chooses the password "Analytical-Engine-2"
    Then exactly one password change and exactly one sign-in and exactly one arrival at the shop are recorded
    And no password change is recorded before the link
    And exactly one password mail is sent
    When the customer signs in with the password "Difference-Engine-1"
    Then the response status is 400
    And the response has:
      | error_description | Invalid user credentials |
    When the customer signs in with the password "Analytical-Engine-2"
    Then the response status is 200
    And exactly one password change is recorded

  Scenario: A link to a new password works once
    Given a customer has an account with the password "Difference-Engine-1"
    When somebody asks for a new password for the address
    And the customer follows the link in the password mail
    And the visitor chooses the password "Analytical-Engine-2"
    Then exactly one password change is recorded
    When the customer follows the link in the password mail
    Then the response status is 400
    And exactly one password change is recorded
    And exactly one password mail is sent

  Scenario: An address that nobody registered gets no mail
    When somebody asks for a new password for the address
    Then the response status is 200
    And no password mail is sent
