import { describe, expect, it } from "vitest";
import { useTestDatabase } from "@/db/testing";
import { createCustomField } from "@/server/fields";
import { mostChoices } from "@/server/fields/contract";
import { createPipeline, listPipelines } from "@/server/pipelines";
import type { Context } from "@/server/platform";
import { makeWorkspace } from "@/server/testing/fixtures";
import { rejectedRows } from ".";
import type { Importable } from "./contract";
import { bring, countOf, run } from "./testing.fixture";

useTestDatabase();

type Case = {
  entity: Importable;
  /** Headers and what stands in every row but for the name. */
  header: string;
  row: (name: string) => string;
  field: string;
  longest: number;
};

const dealRow = (name: string) => `Deal,New,${name}`;
const cases: Record<string, Case> = {
  source: {
    ...{ entity: "deal", header: "Deal Name,Deal Stage,Source", row: dealRow },
    ...{ field: "sourceId", longest: 120 },
  },
  stage: {
    ...{ entity: "deal", header: "Deal Name,Deal Stage", row: (name) => `Deal,${name}` },
    ...{ field: "stageId", longest: 80 },
  },
  "loss reason": {
    ...{ entity: "deal", header: "Deal Name,Deal Stage,Loss reason", row: dealRow },
    ...{ field: "lossReasonId", longest: 120 },
  },
  branch: {
    ...{ entity: "product", header: "Product name,Category", row: (name) => `Brick,${name}` },
    ...{ field: "categoryId", longest: 100 },
  },
  choice: {
    ...{ entity: "contact", header: "Name,Heat", row: (name) => `Anna,${name}` },
    ...{ field: "c_heat", longest: 200 },
  },
};

const heat = (owner: Context) =>
  createCustomField(owner, {
    ...{ entity: "contact", type: "list", label: "Heat" },
    options: { choices: [{ name: "Hot" }] },
  });

/** Brings a file of these names, those the workspace lacks being made. */
function bringNames(owner: Context, { entity, header, row, field }: Case, names: readonly string[]) {
  const file = [Buffer.from(`${header}\n${names.map(row).join("\n")}\n`)];
  return bring(owner, file, {
    entity,
    options: { duplicates: "create" },
    mapping: (now) =>
      now.map((one) => (one.field === field ? { ...one, onUnknown: "create" as const } : one)),
  });
}

async function reasons(owner: Context, importId: string): Promise<string> {
  let file = "";
  for await (const piece of (await rejectedRows(owner, { importId })).text) file += piece;
  return file;
}

describe("names that rows bring along", () => {
  it.each(Object.entries(cases))("of a %s: the trial run refuses what the import would", async (_, one) => {
    const { owner } = await makeWorkspace();
    await heat(owner);
    const fits = "x".repeat(one.longest);
    const job = await bringNames(owner, one, [fits, `${fits}y`, "Short", fits.toUpperCase()]);
    expect(job.check).toMatchObject({ created: 3, rejected: 1, errors: { NAME_TOO_LONG: 1 } });
    expect(job.check?.create[one.field]).toEqual({ [fits]: 2, Short: 1 });
    const done = await run(owner, job.id);
    expect(done.counts).toMatchObject({ created: 3, rejected: 1 });
    const [, told] = (await reasons(owner, job.id)).split("\n");
    expect(told).toContain("too long to name a new one");
  });

  it("more choices than a list takes are refused in the trial run too, over all chunks", async () => {
    const { owner } = await makeWorkspace();
    const { key } = await heat(owner);
    const filler = Array.from({ length: 1_000 }, () => "Hot");
    const many = Array.from({ length: 200 }, (_, place) => `H${place}`);
    const more = Array.from({ length: 105 }, (_, place) => `M${place}`);
    const job = await bringNames(owner, { ...cases.choice, field: key } as Case, [
      ...[...many, ...filler.slice(200)],
      ...more,
    ]);
    const rejected = 200 + 105 - (mostChoices - 1);
    expect(job.check).toMatchObject({ rejected, errors: { TOO_MANY_OPTIONS: rejected } });
    expect((await run(owner, job.id)).counts).toMatchObject({ rejected, created: job.check?.created });
  });

  it("of a stage may hold an arrow, whether the pipeline is told or not", async () => {
    const { owner } = await makeWorkspace();
    const one = await bringNames(owner, cases.stage as Case, ["A → B"]);
    expect((await run(owner, one.id)).counts).toMatchObject({ created: 1, rejected: 0 });
    await createPipeline(owner, { name: "Service" });
    const told: Case = {
      ...{ entity: "deal", header: "Deal Name,Pipeline,Deal Stage", field: "stageId", longest: 80 },
      row: (name) => `Deal,Service,${name}`,
    };
    const two = await bringNames(owner, told, ["C → D"]);
    expect((await run(owner, two.id)).counts).toMatchObject({ created: 1, rejected: 0 });
    const names = (await listPipelines(owner, { entity: "deal" })).map(({ stages }) =>
      stages.map(({ name }) => name),
    );
    expect(names.map((stages) => stages.filter((name) => name.includes("→")))).toEqual([
      ["A → B"],
      ["C → D"],
    ]);
    expect(await countOf(owner, "deal")).toBe(2);
  });
});
