package dev.handoff.environment;

import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * How the environment of a run is put up.
 *
 * @param name one of {@link Environment#KNOWN}
 * @param listen the address at which the systems that Handoff serves listen; loopback, unless an application that is
 *     elsewhere has to reach them
 */
public record EnvironmentSettings(String name, InetAddress listen) {

    /** One whose systems only this machine reaches. */
    public static EnvironmentSettings of(String name) {
        return new EnvironmentSettings(name, InetAddress.getLoopbackAddress());
    }

    /**
     * The same with another address to listen at.
     *
     * @param address an IP address of this machine or a name of it; {@code 0.0.0.0} for all
     * @throws EnvironmentFailed when it is none
     */
    public EnvironmentSettings listeningAt(String address) {
        try {
            return new EnvironmentSettings(name, InetAddress.getByName(address));
        } catch (UnknownHostException unknown) {
            throw new EnvironmentFailed("\"" + address + "\" is no address that this machine could listen at");
        }
    }
}
