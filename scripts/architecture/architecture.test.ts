import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Cruise, cruiseArchitecture } from "../architecture";

const made: string[] = [];
afterAll(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
});

// What is imported, by whom, and the rule that must refuse it.
const REFUSED: [from: string, to: string, rule: string][] = [
  ["server/filter/tree.ts", "server/platform/money.ts", "layer-filter"],
  ["server/platform/db.ts", "server/identity/index.ts", "layer-platform"],
  ["server/fields/index.ts", "server/crm/deals/index.ts", "layer-fields"],
  ["server/tasks/index.ts", "server/automation/index.ts", "layer-identity"],
  ["server/automation/index.ts", "server/api/root.ts", "layer-automation"],
  ["server/crm/deals/move-deal.ts", "server/crm/contacts/queries.ts", "module-front-door"],
  ["server/messaging/index.ts", "server/identity/members.ts", "module-front-door"],
  ["server/messaging/index.ts", "db/schema/crm.ts", "own-tables"],
  ["server/identity/index.ts", "db/schema/crm.ts", "own-tables-identity"],
  ["server/crm/deals/move-deal.ts", "db/client.ts", "one-driver"],
  ["app/page.tsx", "db/schema/crm.ts", "no-database-outside"],
  ["server/api/routers/deal.ts", "db/client.ts", "no-database-outside"],
  ["inngest/functions/relay.ts", "db/client.ts", "no-database-outside"],
  ["components/board.tsx", "db/schema/crm.ts", "no-database-outside"],
  ["components/board.tsx", "server/crm/deals/index.ts", "components-see-contracts"],
  ["components/board.tsx", "server/api/root.ts", "components-see-contracts"],
  ["components/api/trpc.ts", "server/api/routers/deal.ts", "components-api-sees-root-types"],
  ["server/crm/deals/move-deal.ts", "server/automation/index.ts", "crm-knows-no-automation"],
  ["server/crm/deals/move-deal.ts", "components/board.tsx", "server-knows-no-screen"],
];

describe("of a house that breaks every rule", () => {
  // One reading for all of them: each would take a second of its own.
  let cruise: Cruise;
  beforeAll(() => {
    const imports: Record<string, string[]> = {};
    for (const [from, to] of REFUSED) imports[from] = [...(imports[from] ?? []), to];
    cruise = cruiseArchitecture(tree(imports));
  });

  test.each(REFUSED)("%s may not import %s", (from, to, rule) => {
    const { breaches } = cruise;
    expect(breaches.map((breach) => [breach.from, breach.to, breach.rule])).toContainEqual([from, to, rule]);
  });

  test("every file is read", () => {
    expect(cruise.modules).toBe(new Set(REFUSED.flatMap(([from, to]) => [from, to])).size);
  });
});

test("drizzle is not for screens", () => {
  const root = tree({});
  write(root, "app/page.tsx", 'import { sql } from "drizzle-orm";\nexport default sql;\n');
  expect(cruiseArchitecture(root).breaches.map((breach) => breach.rule)).toContain("no-database-outside");
});

test("files may not need each other in a circle", () => {
  const root = tree({ "components/a.tsx": ["components/b.tsx"], "components/b.tsx": ["components/a.tsx"] });
  expect(cruiseArchitecture(root).breaches.map((breach) => breach.rule)).toContain("no-circles");
});

test("a type import counts like any other", () => {
  const root = tree({ "server/crm/deals/queries.ts": [] });
  write(
    root,
    "components/board.tsx",
    'import type { D } from "@/server/crm/deals/queries";\nexport type E = D;\n',
  );
  expect(cruiseArchitecture(root).breaches.map((breach) => breach.rule)).toContain(
    "components-see-contracts",
  );
});

test("a house built by the rules passes", () => {
  const { modules, breaches } = cruiseArchitecture(
    tree({
      "app/page.tsx": ["components/board.tsx", "server/api/root.ts"],
      "components/board.tsx": [
        "components/api/trpc.ts",
        "server/crm/deals/contract.ts",
        "server/filter/tree.ts",
      ],
      "components/api/trpc.ts": ["server/api/root.ts"],
      "server/api/root.ts": ["server/crm/deals/index.ts"],
      "server/automation/index.ts": ["server/crm/deals/index.ts", "db/schema/automation.ts"],
      "server/crm/deals/index.ts": [
        "server/platform/index.ts",
        "server/crm/contacts/index.ts",
        "db/schema/crm.ts",
      ],
      "server/platform/index.ts": ["db/client.ts", "db/schema/crm.ts"],
    }),
  );
  expect(modules).toBe(13);
  expect(breaches).toEqual([]);
});

test("where nothing could be read, the count says so", () => {
  expect(cruiseArchitecture(tree({})).modules).toBe(0);
});

/** A project of files that import what is listed; what is only imported is made empty. */
function tree(imports: Record<string, string[]>): string {
  const root = mkdtempSync(join(tmpdir(), "pult-architecture-"));
  made.push(root);
  mkdirSync(join(root, "server"));
  for (const target of Object.values(imports).flat()) write(root, target, content([]));
  for (const [file, targets] of Object.entries(imports)) write(root, file, content(targets));
  return root;
}

function content(targets: string[]): string {
  const lines = targets.map(
    (target, index) => `import * as part${index} from "@/${target.replace(/\.tsx?$/, "")}";`,
  );
  return [
    ...lines,
    `export const parts = [${targets.map((_, index) => `part${index}`).join(", ")}];`,
    "",
  ].join("\n");
}

function write(root: string, file: string, text: string): void {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text);
}
