package shop;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import shop.approval.ApprovalDomain;
import shop.defect.Defect;
import shop.domain.Domain;
import shop.domain.Means;
import shop.fulfilment.FulfilmentDomain;
import shop.invitation.InvitationDomain;
import shop.lead.LeadDomain;
import shop.onboarding.OnboardingDomain;
import shop.order.OrderDomain;
import shop.password.PasswordDomain;
import shop.refund.LargeRefunds;
import shop.refund.RefundDomain;
import shop.saga.SagaDomain;
import shop.schedule.Job;
import shop.signup.SignupDomain;
import shop.subscription.SubscriptionDomain;
import shop.ticket.TicketDomain;

/** All that Shop's business is made of. A domain comes after those whose tables it refers to. */
final class Domains {

    static final List<Domain> ALL = List.of(
            new OrderDomain(), //
            new RefundDomain(),
            new ApprovalDomain(List.of(LargeRefunds::policy, OnboardingDomain::policy)),
            new OnboardingDomain(),
            new SignupDomain(),
            new LeadDomain(),
            new FulfilmentDomain(),
            new InvitationDomain(),
            new PasswordDomain(),
            new SubscriptionDomain(),
            new TicketDomain(),
            new SagaDomain());

    private Domains() {}

    static List<Defect> defects() {
        return ALL.stream().flatMap(domain -> domain.defects().stream()).toList();
    }

    static List<String> providers() {
        return ALL.stream()
                .flatMap(domain -> domain.providers().stream())
                .distinct()
                .toList();
    }

    static List<String> secrets() {
        return ALL.stream()
                .flatMap(domain -> domain.secrets().stream())
                .distinct()
                .toList();
    }

    static Map<String, Job> jobs(Means means) {
        Map<String, Job> jobs = new LinkedHashMap<>();
        ALL.forEach(domain -> jobs.putAll(domain.jobs(means)));
        return jobs;
    }
}
