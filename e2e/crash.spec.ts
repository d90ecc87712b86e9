import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { removeData } from "../db/launcher/home";
import { ask, pipelineOf, tell } from "./support/api";
import { subjectsTo } from "./support/mail";
import { ownServer } from "./support/server";
import { settleIn } from "./support/workspace";

const names = ["One", "Two", "Three", "Four", "Five", "Six"];
const address = (name: string) => `${name.toLowerCase()}@example.com`;

type Process = { status: string; steps: { name: string; status: string }[] };

test("a server killed between moves and their robots runs each robot once", async ({ browser }) => {
  test.setTimeout(240_000);
  const dataDir = mkdtempSync(join(tmpdir(), "pult-crash-"));
  const server = await ownServer(dataDir);
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
    for (const deal of deals)
      await tell(page, slug, "deals.move", { dealId: deal.id, stageId: stageId("Proposal") });
    await server.kill();
    await server.start();

    const processes = (dealId: string) =>
      ask<Process[]>(page, slug, "automation.recordProcesses", { entity: "deal", recordId: dealId });
    for (const [i, deal] of deals.entries()) {
      // The letter is sent at once; the reminder after it waits for days.
      await expect
        .poll(async () => (await processes(deal.id)).flatMap((run) => run.steps.map((step) => step.status)), {
          timeout: 90_000,
        })
        .toEqual(["ran", "waiting"]);
      const letters = await subjectsTo(page, address(names[i] ?? ""));
      expect(letters, `letters about ${deal.title}`).toEqual([`Our proposal: ${deal.title}`]);
    }
    await context.close();
  } finally {
    await server.stop();
    removeData(dataDir);
  }
});
