/** The outbox shows everybody's letters, reset links included: never where strangers can come. */
export function outboxIsShown(): boolean {
  return process.env.NODE_ENV !== "production" || process.env.PULT_DEV_MAIL === "1";
}
