import type { AddressInfo } from "node:net";
import { createServer } from "node:net";
import { simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";
import { afterEach, describe, expect, it } from "vitest";
import { useTestDatabase } from "@/db/testing";
import { newId } from "@/server/platform";
import { fakeResend } from "./fake-resend.fixture";
import { developmentLetter, developmentOutbox, letter, sendEmail } from "./index";

useTestDatabase();

const closers: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const name of ["SMTP_URL", "RESEND_API_KEY", "RESEND_BASE_URL"]) delete process.env[name];
  for (const close of closers.splice(0)) await close();
});

function email(key = newId()) {
  const body = letter({ title: "Привет", paragraphs: ["Line one", "<b>not bold</b>"] });
  return { organizationId: null, key, to: "olga@example.com", subject: "Привет, Ольга", ...body };
}

const paper = { name: "Счёт 1.pdf", mediaType: "application/pdf", bytes: Buffer.from("%PDF of a test") };

async function smtp(refuse?: { code: number; at: "recipient" | "data" }) {
  const letters: {
    subject: string | undefined;
    text: string | undefined;
    to: string;
    files: [string | undefined, string][];
  }[] = [];
  const refusal = () => Object.assign(new Error("no such user"), { responseCode: refuse?.code });
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onRcptTo: (_address, _session, done) => done(refuse?.at === "recipient" ? refusal() : null),
    onData(stream, session, done) {
      void simpleParser(stream).then((parsed) => {
        if (refuse?.at === "data") return done(refusal());
        const to = session.envelope.rcptTo.map((one) => one.address).join();
        const files = parsed.attachments.map(({ filename, content }): [string | undefined, string] => [
          filename,
          content.toString(),
        ]);
        letters.push({ subject: parsed.subject, text: parsed.text, to, files });
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", () => resolve()));
  closers.push(() => new Promise((resolve) => server.close(() => resolve())));
  const { port } = server.server.address() as AddressInfo;
  process.env.SMTP_URL = `smtp://127.0.0.1:${port}`;
  return letters;
}

describe("without a provider", () => {
  it("letters rest in the outbox, one a key", async () => {
    const first = await sendEmail(email("same"));
    const second = await sendEmail(email("same"));
    expect(second.id).toBe(first.id);
    expect(await developmentLetter(first.id)).toMatchObject({
      status: "queued",
      recipient: "olga@example.com",
    });
  });
});

describe("over SMTP", () => {
  it("a letter arrives with its Cyrillic, and a repeated call sends nothing", async () => {
    const letters = await smtp();
    const first = await sendEmail(email("smtp-once"));
    await sendEmail(email("smtp-once"));
    expect(letters).toMatchObject([{ subject: "Привет, Ольга", to: "olga@example.com" }]);
    expect(letters[0]?.text).toContain("<b>not bold</b>");
    expect(await developmentLetter(first.id)).toMatchObject({ status: "sent" });
  });

  it("a letter brings its files, and lets go of them when it was taken", async () => {
    const letters = await smtp();
    const { id } = await sendEmail({ ...email(), attachments: [paper] });
    expect(letters).toMatchObject([{ files: [["Счёт 1.pdf", "%PDF of a test"]] }]);
    expect((await developmentLetter(id))?.attachments).toEqual([
      { name: "Счёт 1.pdf", mediaType: "application/pdf", content: null },
    ]);
  });

  it("a refused address is final, a busy server may be tried again", async () => {
    await smtp({ code: 550, at: "recipient" });
    await expect(sendEmail(email())).rejects.toMatchObject({
      code: "EMAIL_FAILED",
      data: { retry: "refused" },
    });
    await smtp({ code: 451, at: "recipient" });
    await expect(sendEmail(email())).rejects.toMatchObject({
      code: "EMAIL_FAILED",
      data: { retry: "retry" },
    });
  });

  it("a refused letter let go of its files, and is written anew under its key with what was put right", async () => {
    await smtp({ code: 550, at: "recipient" });
    const wrong = { ...email("put-right"), attachments: [paper] };
    await expect(sendEmail(wrong)).rejects.toMatchObject({ code: "EMAIL_FAILED" });
    const refused = (await developmentOutbox()).find(({ key }) => key === wrong.key);
    expect(refused).toMatchObject({ status: "failed", attachments: [{ content: null }] });
    const letters = await smtp();
    const { id, status } = await sendEmail({ ...wrong, to: "right@example.com" });
    expect(status).toBe("sent");
    expect(letters).toMatchObject([{ to: "right@example.com", files: [["Счёт 1.pdf", "%PDF of a test"]] }]);
    expect(await developmentLetter(id)).toMatchObject({ recipient: "right@example.com", error: null });
    await sendEmail(wrong);
    expect(letters).toHaveLength(1);
  });

  it("nobody at the address may be tried again", async () => {
    process.env.SMTP_URL = "smtp://127.0.0.1:1";
    await expect(sendEmail(email())).rejects.toMatchObject({ data: { retry: "retry" } });
  });

  it("a line cut after the letter went out is unknown, and never repeated", async () => {
    let seen = 0;
    const server = createServer((socket) => {
      socket.on("error", () => {});
      socket.write("220 hello\r\n");
      let inData = false;
      socket.on("data", (chunk) => {
        const text = String(chunk);
        if (inData && text.includes("\r\n.\r\n")) {
          seen++;
          socket.destroy();
        } else if (!inData) {
          inData = text.startsWith("DATA");
          socket.write(inData ? "354 go on\r\n" : "250 fine\r\n");
        }
      });
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    closers.push(() => new Promise((resolve) => server.close(() => resolve())));
    process.env.SMTP_URL = `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`;
    expect(await sendEmail(email("cut"))).toMatchObject({ status: "unknown" });
    expect(await sendEmail(email("cut"))).toMatchObject({ status: "unknown" });
    expect(seen).toBe(1);
  });
});

describe("through Resend", () => {
  async function resend() {
    const fake = await fakeResend();
    closers.push(fake.close);
    process.env.RESEND_API_KEY = "re_test";
    process.env.RESEND_BASE_URL = fake.url;
    return fake;
  }

  it("a letter goes once, under its key", async () => {
    const fake = await resend();
    const sent = await sendEmail(email("resend-once"));
    await sendEmail(email("resend-once"));
    expect(fake.calls).toMatchObject([{ key: sent.id, body: { to: "olga@example.com" } }]);
    expect(await developmentLetter(sent.id)).toMatchObject({ status: "sent", providerId: "re_1" });
  });

  it("after a rate limit the next try uses the same key and files, so nobody gets two", async () => {
    const fake = await resend();
    fake.failNext({ status: 429, name: "rate_limit_exceeded" });
    const limited = { ...email("limited"), attachments: [paper] };
    await expect(sendEmail(limited)).rejects.toMatchObject({ data: { retry: "retry" } });
    await sendEmail({ ...limited, attachments: [{ ...paper, bytes: Buffer.from("%PDF made anew") }] });
    const files = [{ filename: "Счёт 1.pdf", content: paper.bytes.toString("base64") }];
    expect(fake.calls).toMatchObject([{ body: { attachments: files } }, { body: { attachments: files } }]);
    expect(new Set(fake.calls.map((call) => call.key)).size).toBe(1);
    expect(fake.delivered()).toBe(1);
  });

  it("an invalid address is refused for good", async () => {
    const fake = await resend();
    fake.failNext({ status: 422, name: "validation_error" });
    await expect(sendEmail(email())).rejects.toMatchObject({ data: { retry: "refused" } });
  });
});
