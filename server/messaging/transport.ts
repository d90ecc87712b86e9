import nodemailer from "nodemailer";
import type SMTPTransport from "nodemailer/lib/smtp-transport";
import { Resend } from "resend";

type SMTPOptions = SMTPTransport.Options;

export type Letter = {
  to: string;
  subject: string;
  html: string;
  text: string;
  key: string;
  /** `content` is base64. */
  attachments: { name: string; mediaType: string; content: string | null }[];
};

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
    async send({ key, attachments, ...letter }) {
      const files = attachments.map(({ name, mediaType, content }) => ({
        filename: name,
        content: content ?? "",
        contentType: mediaType,
      }));
      const { data, error } = await client.emails.send(
        { from, ...letter, ...(files.length > 0 && { attachments: files }) },
        { idempotencyKey: key },
      );
      if (data) return { outcome: "accepted", providerId: data.id };
      const retriable = error?.name === "rate_limit_exceeded" || error?.name === "application_error";
      return { outcome: retriable ? "retry" : "refused", reason: error?.message ?? "no answer" };
    },
  };
}

function smtpTransport(url: string, from: string): Transport {
  return {
    name: "smtp",
    async send({ key, attachments, ...letter }) {
      const files = attachments.map(({ name, mediaType, content }) => ({
        ...{ filename: name, content: content ?? "", contentType: mediaType },
        encoding: "base64",
      }));
      const conversation = watched();
      const client = nodemailer.createTransport({
        url,
        debug: true,
        logger: conversation.logger,
      } as SMTPOptions);
      try {
        const sent = await client.sendMail({
          from,
          ...letter,
          attachments: files,
          messageId: `<${key}@pult>`,
        });
        return { outcome: "accepted", providerId: sent.messageId };
      } catch (error) {
        return smtpFailure(error, conversation.reachedData());
      }
    },
  };
}

// nodemailer does not say how far a broken conversation got; its log does.
function watched() {
  let reached = false;
  const ignore = () => {};
  const debug = (entry: { tnx?: string }, text: string) => {
    if (entry.tnx === "client" && text.startsWith("DATA")) reached = true;
  };
  return {
    reachedData: () => reached,
    logger: { level: ignore, trace: ignore, debug, info: ignore, warn: ignore, error: ignore, fatal: ignore },
  };
}

// Before the letter's body went out nothing can have been delivered; after it, only an answer tells.
function smtpFailure(error: unknown, reachedData: boolean): Delivery {
  const { message: reason, responseCode } = error as Error & { responseCode?: number };
  if (responseCode && responseCode >= 500) return { outcome: "refused", reason };
  if (responseCode && responseCode >= 400) return { outcome: "retry", reason };
  return { outcome: reachedData ? "unknown" : "retry", reason };
}
