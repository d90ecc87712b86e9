import { describe, expect, it } from "vitest";
import { useTestDatabase } from "@/db/testing";
import { createContact } from "@/server/crm/contacts";
import { createDeal } from "@/server/crm/deals";
import { contactPointsFor } from "@/server/crm/records";
import { listRecords } from "@/server/crm/registry";
import { createCustomField } from "@/server/fields";
import type { Context } from "@/server/platform";
import { makeWorkspace } from "@/server/testing/fixtures";
import type { Mapping } from "./contract";
import { bring, run } from "./testing.fixture";

useTestDatabase();

async function pointsOfAll(ctx: Context) {
  const { records } = await listRecords(ctx, { entity: "contact" });
  const points = await contactPointsFor(
    ctx,
    records.map(({ id }) => id),
  );
  return records.map(({ id, title }) => [
    title,
    (points.get(id) ?? []).map(({ kind, value, label }) => `${kind} ${value} ${label ?? "-"}`),
  ]);
}

const valuesOf = async (ctx: Context, key: string) =>
  (await listRecords(ctx, { entity: "deal" })).records
    .toSorted((a, b) => (a.title < b.title ? -1 : 1))
    .map(({ values }) => values[key] ?? null);

describe("how people are reached", () => {
  it("is labelled as the columns are called, and messengers are kept of any kind", async () => {
    const { owner } = await makeWorkspace();
    const file = [
      "Имя,Рабочий телефон,Мобильный телефон,Телефон,Личный email,Telegram,WhatsApp,Viber",
      'Анна,+79161234567,"+79160000001, +79161234567",+79160000002,anna@example.com,@anna,+79160000001,anna.v',
    ].join("\n");
    const job = await bring(owner, [Buffer.from(file)], { entity: "contact" });
    await run(owner, job.id);
    expect(await pointsOfAll(owner)).toEqual([
      [
        "Анна",
        [
          "phone +79161234567 Рабочий",
          "phone +79160000001 Мобильный",
          "phone +79160000002 -",
          "email anna@example.com Личный",
          "messenger +79160000001 WhatsApp",
          "messenger anna.v Viber",
          "messenger @anna Telegram",
        ],
      ],
    ]);
  });

  it("is labelled for the person a deal's row carries, too", async () => {
    const w = await makeWorkspace();
    const file = "Title,Contact: Full name,Contact: Work phone\nRoof,Olga,+4930123456\n";
    const mapping = (now: Mapping) => [
      ...now.filter(({ column }) => column !== 2),
      { column: 2, field: "contact.phones" },
    ];
    const job = await bring(w.owner, [Buffer.from(file)], { entity: "deal", mapping });
    await run(w.owner, job.id);
    expect(await pointsOfAll(w.owner)).toEqual([["Olga", ["phone +4930123456 Work"]]]);
  });
});

describe("a field of one's own that leads to records", () => {
  it("finds them by name, phone, email or id; what is not here is refused, or left blank", async () => {
    const w = await makeWorkspace();
    const { owner } = w;
    await createCustomField(owner, {
      ...{ entity: "deal", type: "link", label: "Guest", options: { linksTo: "contact" } },
    });
    const anna = await createContact(owner, {
      name: "Anna Stone",
      points: [
        { kind: "phone", value: "+79161234567" },
        { kind: "email", value: "Anna@Example.com" },
      ],
    });
    const guests = ["ANNA stone", "+7 916 123-45-67", "anna@example.com", anna.id, "Nobody", ""];
    const file = `Title,Guest\n${guests.map((guest, place) => `D${place},${guest}`).join("\n")}\n`;
    const job = await bring(owner, [Buffer.from(file)], { entity: "deal" });
    expect(job.mapping.map(({ field }) => field)).toContain("c_guest");
    expect(job.check).toMatchObject({ rejected: 1, errors: { NO_SUCH_RECORD: 1 } });
    await run(owner, job.id);
    expect(await valuesOf(owner, "c_guest")).toEqual([anna.id, anna.id, anna.id, anna.id, null]);
    const blank = (now: Mapping) =>
      now.map((one) => (one.field === "c_guest" ? { ...one, onUnknown: "blank" as const } : one));
    const again = await bring(owner, [Buffer.from("Title,Guest\nE,Nobody\n")], {
      entity: "deal",
      mapping: blank,
    });
    expect(again.check).toMatchObject({ rejected: 0, created: 1 });
    await run(owner, again.id);
  });

  it("finds nobody of another workspace", async () => {
    const [mine, theirs] = [await makeWorkspace(), await makeWorkspace()];
    const link = { entity: "deal", type: "link", label: "Guest", options: { linksTo: "contact" } } as const;
    await createCustomField(mine.owner, link);
    const stranger = await createContact(theirs.owner, { name: "Stranger" });
    const file = `Title,Guest\nA,Stranger\nB,${stranger.id}\n`;
    const job = await bring(mine.owner, [Buffer.from(file)], { entity: "deal" });
    expect(job.check).toMatchObject({ rejected: 2 });
  });
});

it("a column becomes a new field of members", async () => {
  const w = await makeWorkspace();
  await createDeal(w.owner, { title: "There", stageId: w.stages.fresh });
  const create = { label: "Helper", type: "member" } as const;
  const mapping = (now: Mapping): Mapping => [
    ...now.filter(({ column }) => column !== 1),
    { column: 1, field: "new:1", create, onUnknown: "blank" },
  ];
  const file = Buffer.from("Title,Helper\nA,Anna\nB,Nobody\n");
  const job = await bring(w.owner, [file], { entity: "deal", mapping });
  await run(w.owner, job.id);
  expect(await valuesOf(w.owner, "c_helper")).toEqual([w.owner.member?.id, null, null]);
});
