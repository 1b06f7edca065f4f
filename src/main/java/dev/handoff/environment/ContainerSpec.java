package dev.handoff.environment;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What is to run in a container.
 *
 * @param title how messages call it
 * @param image there already
 * @param ports those that it listens on, and where each is found on the host: 0 for any that is free
 * @param command instead of the image's own; empty for that
 * @param reached ports of this machine's loopback that are reached from inside
 * @param keep whether it outlives the run, and the next run is to find it
 */
record ContainerSpec(
        String title,
        String image,
        Map<Integer, Integer> ports,
        Map<String, String> environment,
        List<String> command,
        Set<Integer> reached,
        boolean keep) {

    /** A server at ports that are free. */
    static ContainerSpec server(
            String title,
            String image,
            List<Integer> ports,
            Map<String, String> environment,
            List<String> command,
            boolean keep) {
        Map<Integer, Integer> anywhere = new TreeMap<>();
        ports.forEach(port -> anywhere.put(port, 0));
        return new ContainerSpec(title, image, anywhere, environment, command, Set.of(), keep);
    }
}
