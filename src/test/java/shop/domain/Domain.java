package shop.domain;

import java.util.List;
import java.util.Map;
import shop.defect.Defect;
import shop.http.Routes;
import shop.inbox.Consumer;
import shop.messaging.Broker;
import shop.schedule.Job;
import shop.workflow.WorkflowDefinition;

/** A part of Shop's business, with all that is started for it. */
public interface Domain {

    /** Creates its tables where they are missing; those of the domains before it are there. */
    String tables();

    /** The companies whose addresses it needs: {@code payments} is found at {@code PAYMENTS_URL}. */
    default List<String> providers() {
        return List.of();
    }

    /** What it shares with others and tells nobody else: {@code fulfilment} is found in {@code FULFILMENT_SECRET}. */
    default List<String> secrets() {
        return List.of();
    }

    default List<WorkflowDefinition> workflows() {
        return List.of();
    }

    /** The ways in which it can be broken on purpose. */
    default List<Defect> defects() {
        return List.of();
    }

    List<Routes> routes(Means means);

    default List<Consumer> consumers(Means means, Broker broker) {
        return List.of();
    }

    /** What is done at a time of its own, by name. */
    default Map<String, Job> jobs(Means means) {
        return Map.of();
    }
}
