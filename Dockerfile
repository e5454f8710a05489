# syntax=docker/dockerfile:1
# A practice site for tests, as a service container: `docker build --tag keytick-sim .`
#
#   docker run --publish 8080:8080 --env KEYTICK_SIM_TOKEN=secret keytick-sim --profile bytebase
#
# The image has the command `keytick` and nothing of the desktop app.

FROM rust:1-slim-bookworm AS build
WORKDIR /keytick
COPY . .
RUN --mount=type=cache,target=/usr/local/cargo/registry \
    --mount=type=cache,target=/keytick/target \
    cargo build --release --locked --package keytick-cli \
    && cp target/release/keytick /usr/local/bin/keytick

FROM debian:bookworm-slim
COPY --from=build /usr/local/bin/keytick /usr/local/bin/keytick
RUN useradd --system --no-create-home --shell /usr/sbin/nologin keytick
USER keytick
EXPOSE 8080
# Ctrl C is what the program ends by; a process of its number would not hear SIGTERM.
STOPSIGNAL SIGINT
HEALTHCHECK --interval=2s --timeout=2s --start-period=5s --retries=10 \
    CMD ["keytick", "sim", "wait", "http://127.0.0.1:8080", "--timeout", "1", "--quiet"]
# Names under which other containers and the machine itself reach it. Only test data is in it.
ENTRYPOINT ["keytick", "sim", "serve", "--json", "--port", "8080", "--expose", \
    "--allow-host", "localhost", "--allow-host", "127.0.0.1", "--allow-host", "keytick-sim"]
CMD ["--profile", "strict"]
