package shop.approval;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import shop.defect.Defects;
import shop.domain.Domain;
import shop.domain.Means;
import shop.http.Routes;
import shop.schedule.Job;

/** What people have to decide for the other domains, by a policy of each. */
public final class ApprovalDomain implements Domain {

    private final List<Function<Defects, Policy>> policies;

    public ApprovalDomain(List<Function<Defects, Policy>> policies) {
        this.policies = List.copyOf(policies);
    }

    @Override
    public String tables() {
        return Approvals.TABLES;
    }

    @Override
    public List<Routes> routes(Means means) {
        return List.of(new ApprovalRoutes(means.database(), new Decisions(means.outbox()), byKind(means)));
    }

    @Override
    public Map<String, Job> jobs(Means means) {
        return new Deadlines(new Decisions(means.outbox()), byKind(means)).jobs();
    }

    private Map<String, Policy> byKind(Means means) {
        return policies.stream()
                .map(policy -> policy.apply(means.defects()))
                .collect(Collectors.toMap(Policy::kind, Function.identity()));
    }
}
