package shop.approval;

/** Something to be decided, as those see it who may. */
public record Approval(
        String taskId,
        String kind,
        String subjectId,
        String customer,
        String requester,
        String role,
        String status,
        String correlationId) {

    boolean isOpen() {
        return status.equals("open");
    }
}
