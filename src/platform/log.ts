import { pino } from "pino";

/** Names of fields that never reach a log, at any depth that we log. */
const secret = ["password", "passwordHash", "token", "secret", "authorization", "cookie", "email", "address", "phone", "customsId", "client_secret"];

export const log = pino({
  level: process.env["LOG_LEVEL"] || "info",
  base: null,
  redact: { paths: secret.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]), censor: "[withheld]" },
});
