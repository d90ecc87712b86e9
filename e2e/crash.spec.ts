import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { removeData } from "../db/launcher/home";
import { ask, pipelineOf, tell } from "./support/api";
import { ownServer } from "./support/server";
import { mailPeer } from "./support/smtp";
import { settleIn } from "./support/workspace";

const names = ["One", "Two", "Three", "Four", "Five", "Six"];
const address = (name: string) => `${name.toLowerCase()}@example.com`;

type Process = { status: string; steps: { name: string; status: string }[] };

test("a server killed between moves and their robots runs each robot once", async ({ browser }) => {
  test.setTimeout(240_000);
  const dataDir = mkdtempSync(join(tmpdir(), "pult-crash-"));
  const peer = await mailPeer();
  const server = await ownServer(dataDir, { SMTP_URL: peer.url });
  try {
    await server.start();
    const context = await browser.newContext({ baseURL: server.address });
    const page = await context.newPage();
    const { slug } = await settleIn(page, "Anna", "empty");
    const { stages } = await pipelineOf(page, slug);
    const stageId = (name: string) => stages.find((stage) => stage.name === name)?.id ?? "";
    const deals: { id: string; title: string }[] = [];
    for (const name of names) {
      deals.push(
        await tell(page, slug, "deals.create", {
          title: `Deal ${name}`,
          stageId: stageId("Needs analysis"),
          amountMinor: 100_00,
          newContact: { name, email: address(name) },
        }),
      );
    }
    const processes = (dealId: string) =>
      ask<Process[]>(page, slug, "automation.recordProcesses", { entity: "deal", recordId: dealId });
    const stepsOf = async (dealId: string) =>
      (await processes(dealId)).flatMap((run) => run.steps.map((step) => step.status));
    const lettersTo = (name: string) => peer.letters(address(name)).map(({ subject }) => subject);

    // While the mail server keeps silent, no robot gets past its letter: they are killed at it.
    peer.hold(true);
    for (const deal of deals)
      await tell(page, slug, "deals.move", { dealId: deal.id, stageId: stageId("Proposal") });
    await expect.poll(peer.held, { timeout: 30_000 }).toBeGreaterThan(0);
    for (const deal of deals) expect(await stepsOf(deal.id)).not.toContain("ran");
    await server.kill();
    expect(names.flatMap(lettersTo)).toEqual([]);
    peer.hold(false);
    await server.start();

    for (const [i, deal] of deals.entries()) {
      // The letter is sent at once; the reminder after it waits for days.
      await expect.poll(() => stepsOf(deal.id), { timeout: 60_000 }).toEqual(["ran", "waiting"]);
      expect(lettersTo(names[i] ?? ""), `letters about ${deal.title}`).toEqual([
        `Our proposal: ${deal.title}`,
      ]);
    }

    // The count would show a letter that went out again, even under the same Message-ID.
    const [letter] = peer.letters(address("One"));
    await peer.handIn({ to: address("One"), subject: letter?.subject ?? "", id: letter?.id ?? "" });
    expect(lettersTo("One")).toHaveLength(2);
    await context.close();
  } finally {
    await server.stop();
    await peer.close();
    removeData(dataDir);
  }
});
