/** A company becomes a customer, once its risk is known and, if that is high, a person has approved it. */
package shop.onboarding;
