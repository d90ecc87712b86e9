import type { AddressInfo } from "node:net";
import { simpleParser } from "mailparser";
import { createTransport } from "nodemailer";
import { SMTPServer } from "smtp-server";

/** A mail server of a test's own that counts what it accepts. While it holds, whoever comes waits for its greeting. */
export type MailPeer = {
  url: string;
  /** From now on, callers are let in but not spoken to, or spoken to again. */
  hold: (holding: boolean) => void;
  /** How many callers were left without a greeting. */
  held: () => number;
  /** Every letter accepted for an address, repeated ones too: its subject and its Message-ID. */
  letters: (address: string) => { subject: string; id: string }[];
  /** Hands a letter in as any sender would. */
  handIn: (letter: { to: string; subject: string; id: string }) => Promise<void>;
  close: () => Promise<void>;
};

export async function mailPeer(): Promise<MailPeer> {
  const accepted: { to: string; subject: string; id: string }[] = [];
  let holding = false;
  let held = 0;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    closeTimeout: 100,
    onConnect(_session, done) {
      if (holding) held += 1;
      else done();
    },
    onData(stream, session, done) {
      void simpleParser(stream).then(({ subject = "", messageId = "" }) => {
        for (const { address } of session.envelope.rcptTo)
          accepted.push({ to: address, subject, id: messageId });
        done();
      });
    },
  });
  server.on("error", () => {});
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", () => resolve()));
  const url = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
  return {
    url,
    hold: (next) => {
      holding = next;
    },
    held: () => held,
    letters: (address) =>
      accepted.filter(({ to }) => to === address).map(({ subject, id }) => ({ subject, id })),
    async handIn({ id, ...letter }) {
      await createTransport(url).sendMail({ from: "x@example.com", text: "again", ...letter, messageId: id });
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
