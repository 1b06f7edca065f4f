# Shop, the reference application, the accounts that it has at other companies, and the mailbox beside it. What they run on is laid out by Maven:
#   mvn -q -Pimages test-compile
FROM eclipse-temurin:17-jre AS java
WORKDIR /app
COPY --chown=10001:10001 docker/answers /usr/local/bin/answers
# a user that owns nothing but these files: what Maven laid out may be readable to its owner alone
USER 10001:10001

FROM java AS mailbox
COPY --chown=10001:10001 target/images/mailbox /app
EXPOSE 3025 8080
HEALTHCHECK --interval=2s --timeout=5s --start-period=30s --retries=15 CMD ["answers", "8080", "/api/service/readiness"]
# Whoever is sent a mail has a mailbox from then on. The API is not to be published beyond loopback: it asks nobody who they are.
ENTRYPOINT ["java", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", \
    "-Dgreenmail.smtp.hostname=0.0.0.0", "-Dgreenmail.smtp.port=3025", "-Dgreenmail.auth.disabled", \
    "-Dgreenmail.api.hostname=0.0.0.0", "-Dgreenmail.api.port=8080", \
    "-jar", "greenmail-standalone.jar"]

FROM java AS accounts
COPY --chown=10001:10001 target/images/lib /app/lib
COPY --chown=10001:10001 target/test-classes/accounts /app/classes/accounts
EXPOSE 2525 8090
HEALTHCHECK --interval=2s --timeout=5s --start-period=30s --retries=15 CMD ["answers", "8090", "/health"]
ENTRYPOINT ["java", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp", "classes:lib/*", "accounts.Accounts", "--host", "0.0.0.0"]

FROM java AS shop
COPY --chown=10001:10001 target/images/lib /app/lib
COPY --chown=10001:10001 target/test-classes/shop /app/classes/shop
ENV SHOP_HOST=0.0.0.0 SHOP_PORT=8080
EXPOSE 8080
HEALTHCHECK --interval=2s --timeout=5s --start-period=60s --retries=15 CMD ["answers", "8080", "/health"]
ENTRYPOINT ["java", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp", "classes:lib/*", "shop.Shop"]
