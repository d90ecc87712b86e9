import { isNull, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { getDatabase } from "@/db/client";
import { team } from "@/db/schema/identity";
import { event } from "@/db/schema/platform";
import { useTestDatabase } from "@/db/testing";
import { createDeal } from "@/server/crm/deals";
import { makeWorkspace } from "@/server/testing/fixtures";
import { asWorker, inOrganization, type RelayedEvent, relayEvents } from "./index";
import { permissionTable, roles, scopeOf } from "./permissions";
import { email, requiredText } from "./text";

useTestDatabase();

describe("the organization of a transaction", () => {
  it("never leaks to another over a shared pool, whatever is thrown in between", async () => {
    const workspaces = [await makeWorkspace("A"), await makeWorkspace("B"), await makeWorkspace("C")];
    for (const { owner } of workspaces) {
      await inOrganization(owner, (tx) =>
        tx
          .insert(team)
          .values({ organizationId: owner.organizationId, id: owner.newId(), name: owner.organizationId }),
      );
    }
    let foreign = 0;
    const reads = Array.from({ length: 2000 }, async (_, n) => {
      const { owner } = workspaces[n % 3] as (typeof workspaces)[number];
      await inOrganization(owner, async (tx) => {
        const rows = await tx.select({ name: team.name }).from(team);
        if (rows.some((row) => row.name !== owner.organizationId)) foreign++;
        if (n % 7 === 0) throw new Error("on purpose");
      }).catch((error: Error) => {
        if (error.message !== "on purpose") throw error;
      });
    });
    await Promise.all(reads);
    expect(foreign).toBe(0);
  });

  it("is needed: a query outside of it reaches no table", async () => {
    await expect(getDatabase().execute(sql`select * from deal`)).rejects.toThrow();
  });
});

describe("recorded events", () => {
  it("are handed over once, oldest first, and again when handing over failed", async () => {
    const w = await makeWorkspace();
    await relayEvents(async () => {});
    const deal = await createDeal(w.owner, { title: "T", stageId: w.stages.fresh });
    await expect(relayEvents(() => Promise.reject(new Error("engine down")))).rejects.toThrow("engine down");
    const sent: RelayedEvent[] = [];
    await relayEvents(async (events) => void sent.push(...events));
    expect(sent.map((one) => one.name)).toEqual(["deal.created"]);
    expect(sent[0]?.data).toMatchObject({
      organizationId: w.owner.organizationId,
      recordId: deal.id,
      depth: 0,
    });
    await relayEvents(async (events) => void sent.push(...events));
    expect(sent).toHaveLength(1);
  });

  it("of a flood go beside another organization's, not before them", async () => {
    const [loud, quiet] = [await makeWorkspace("Loud"), await makeWorkspace("Quiet")];
    await relayEvents(async () => {});
    for (let n = 0; n < 60; n++) await createDeal(loud.owner, { title: `${n}`, stageId: loud.stages.fresh });
    await createDeal(quiet.owner, { title: "T", stageId: quiet.stages.fresh });
    const sent: unknown[] = [];
    const total = await relayEvents(
      async (events) => void sent.push(...events.map((one) => one.data.organizationId)),
    );
    expect([total, sent.length]).toEqual([61, 61]);
    expect(sent.indexOf(quiet.owner.organizationId)).toBeLessThan(26);
  });

  it("are not handed over twice by two relays at once", async () => {
    const w = await makeWorkspace();
    for (let n = 0; n < 20; n++) await createDeal(w.owner, { title: `${n}`, stageId: w.stages.fresh });
    const sent: string[] = [];
    const relay = () => relayEvents(async (events) => void sent.push(...events.map((one) => one.id)));
    await Promise.all([relay(), relay(), relay()]);
    await relay();
    expect(new Set(sent).size).toBe(sent.length);
    const left = await asWorker((tx) => tx.$count(event, isNull(event.relayedAt)));
    expect(left).toBe(0);
  });
});

describe("the permission table", () => {
  it("lets an owner do everything and an observer change nothing", () => {
    expect(Object.values(permissionTable.owner).every((scope) => scope === "all")).toBe(true);
    const changing = Object.keys(permissionTable.observer).filter(
      (operation) => !operation.endsWith(".view"),
    );
    expect(changing).toEqual([]);
  });

  it("gives sellers their own deals and leads their team's", () => {
    expect(roles.map((role) => scopeOf(role, "deal.edit"))).toEqual([
      "all",
      "all",
      "all",
      "team",
      "own",
      null,
      null,
    ]);
  });
});

describe("text from outside", () => {
  it.each([["a\u0000b"], ["\ud800"], [""], ["   "], ["x".repeat(11)]])("refuses %j", (value) => {
    expect(requiredText(10).safeParse(value).success).toBe(false);
  });

  it("keeps emoji, combining marks and right-to-left text as they are", () => {
    for (const value of ["👩‍🚀", "Zürich", "é", "שלום", "Ω≈ç√"])
      expect(requiredText(20).parse(value)).toBe(value);
  });

  it("lower-cases addresses", () => expect(email().parse(" Anna@Example.COM ")).toBe("anna@example.com"));
});
