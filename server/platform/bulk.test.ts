import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { event } from "@/db/schema/platform";
import { useTestDatabase } from "@/db/testing";
import { inOrganization, insertAll } from "@/server/platform";
import { makeWorkspace } from "@/server/testing/fixtures";

useTestDatabase();

const odd = [
  ...[
    "plain",
    "",
    " ",
    "null",
    "NULL",
    "{}",
    "{a,b}",
    '"',
    '""',
    "\\",
    '\\"',
    "a,b",
    "it's",
    "$1",
    "ё « \u{1F600}",
  ],
  ...["line\nline\r\n\ttab", "\u202e", "-1", "true", "2026-01-01"],
];

it("whatever stands in a row comes back as it went, told for each or once for all", async () => {
  const { owner } = await makeWorkspace();
  const recordId = owner.newId();
  const rows = odd.map((text, place) => ({
    organizationId: owner.organizationId,
    id: owner.newId(),
    name: text,
    entity: "odd",
    recordId,
    actor: owner.actor,
    causes: [],
    depth: place,
    data: { text, list: [text, null], nothing: null },
    occurredAt: new Date("2026-03-29T01:30:00.123Z"),
    relayedAt: place % 2 ? new Date(place) : null,
  }));
  const read = await inOrganization(owner, async (tx) => {
    await insertAll(tx, event, rows);
    return tx.select().from(event).where(eq(event.recordId, recordId)).orderBy(event.id);
  });
  expect(read).toEqual(rows);
});

it("rows that say the same, and a row alone, are all written", async () => {
  const { owner } = await makeWorkspace();
  const row = { organizationId: owner.organizationId, name: "same", entity: "odd", actor: owner.actor };
  const more = { causes: [], depth: 0, data: {}, occurredAt: owner.now(), relayedAt: owner.now() };
  const written = await inOrganization(owner, async (tx) => {
    for (const count of [0, 1, 3])
      await insertAll(
        tx,
        event,
        Array.from({ length: count }, () => ({
          ...row,
          ...more,
          id: owner.newId(),
          recordId: owner.newId(),
        })),
      );
    return tx.$count(event, eq(event.name, "same"));
  });
  expect(written).toBe(4);
});
