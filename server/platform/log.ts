import pino from "pino";

/** Structured logs, one JSON line each; `LOG_LEVEL` sets the threshold. */
export const log = pino({
  level: process.env.LOG_LEVEL ?? "info",
  redact: ["password", "token", "*.password", "*.token", "headers.cookie", "headers.authorization"],
});
