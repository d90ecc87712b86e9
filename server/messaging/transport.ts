import nodemailer from "nodemailer";
import { Resend } from "resend";

export type Letter = { to: string; subject: string; html: string; text: string; key: string };

/**
 * `accepted`: the provider has it. `refused`: it never will. `retry`: surely not sent, try later.
 * `unknown`: it may have been sent, so it is shown and never repeated by itself.
 */
export type Delivery =
  | { outcome: "accepted"; providerId: string | null }
  | { outcome: "refused" | "retry" | "unknown"; reason: string };

/** A way to send letters. Null when none is configured: letters then stay in the outbox. */
export type Transport = { name: string; send(letter: Letter): Promise<Delivery> };

/** Chosen by the environment: RESEND_API_KEY, else SMTP_URL, else none. */
export function configuredTransport(env: NodeJS.ProcessEnv = process.env): Transport | null {
  const from = env.MAIL_FROM ?? "Pult <pult@localhost>";
  if (env.RESEND_API_KEY) return resendTransport(env.RESEND_API_KEY, from);
  if (env.SMTP_URL) return smtpTransport(env.SMTP_URL, from);
  return null;
}

function resendTransport(apiKey: string, from: string): Transport {
  const client = new Resend(apiKey);
  return {
    name: "resend",
    async send({ key, ...letter }) {
      const { data, error } = await client.emails.send({ from, ...letter }, { idempotencyKey: key });
      if (data) return { outcome: "accepted", providerId: data.id };
      const retriable = error?.name === "rate_limit_exceeded" || error?.name === "application_error";
      return { outcome: retriable ? "retry" : "refused", reason: error?.message ?? "no answer" };
    },
  };
}

function smtpTransport(url: string, from: string): Transport {
  const client = nodemailer.createTransport(url);
  return {
    name: "smtp",
    async send({ key, ...letter }) {
      try {
        const sent = await client.sendMail({ from, ...letter, messageId: `<${key}@pult>` });
        return { outcome: "accepted", providerId: sent.messageId };
      } catch (error) {
        return smtpFailure(error);
      }
    },
  };
}

// Before the letter's body went out nothing can have been delivered; after it, nobody knows.
function smtpFailure(error: unknown): Delivery {
  const { message, responseCode, command, code } = error as Error & {
    responseCode?: number;
    command?: string;
    code?: string;
  };
  if (responseCode && responseCode >= 500) return { outcome: "refused", reason: message };
  if (responseCode && responseCode >= 400) return { outcome: "retry", reason: message };
  if (code === "ECONNECTION" || code === "ECONNREFUSED" || command === "CONN")
    return { outcome: "retry", reason: message };
  return { outcome: "unknown", reason: message };
}
