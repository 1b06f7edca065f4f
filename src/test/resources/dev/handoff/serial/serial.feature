Feature: A system that all share

  Scenario Outline: an outage of <times> requests delays contacts
    Given crm answers 503 to the next <times> requests
    When a visitor signs up for the "team" plan of "Acme"
    Then the CRM contact takes 3 attempts with the statuses 503, 503 and 201

    Examples:
      | times |
      | 2     |
      | 2     |

  Scenario Outline: nobody else notices, <number>
    When a visitor signs up for the "team" plan of "Acme"
    Then the CRM contact takes 1 attempt with the status 201

    Examples:
      | number |
      | 1      |
      | 2      |
      | 3      |
      | 4      |
      | 5      |
      | 6      |
