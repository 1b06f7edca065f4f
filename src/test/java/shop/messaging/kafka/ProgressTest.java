package shop.messaging.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class ProgressTest {

    private static final TopicPartition PARTITION = new TopicPartition("shop.events", 0);

    private final Progress progress = new Progress();

    @Test
    void nothingIsCommittedBeyondWhatIsStillBeingHandled() {
        progress.begun(PARTITION, 5);
        progress.begun(PARTITION, 6);
        progress.ended(PARTITION, 6);
        assertThat(progress.news()).containsEntry(PARTITION, new OffsetAndMetadata(5));
        progress.ended(PARTITION, 5);
        assertThat(progress.news()).containsEntry(PARTITION, new OffsetAndMetadata(7));
        assertThat(progress.news()).isEmpty();
    }

    @Test
    void aFailedCommitIsTriedAgain() {
        progress.begun(PARTITION, 0);
        progress.ended(PARTITION, 0);
        progress.news();
        progress.notCommitted(List.of(PARTITION));
        assertThat(progress.news()).containsEntry(PARTITION, new OffsetAndMetadata(1));
    }
}
