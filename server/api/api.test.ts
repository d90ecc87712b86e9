import { type AnyTRPCProcedure, TRPCError } from "@trpc/server";
import { describe, expect, it } from "vitest";
import { useTestDatabase } from "@/db/testing";
import { createDeal } from "@/server/crm/deals";
import type { User } from "@/server/identity";
import { newId } from "@/server/platform";
import { makeMember, makeUser, makeWorkspace, type Workspace } from "@/server/testing/fixtures";
import { appRouter } from "./root";
import { createCaller } from "./trpc";

useTestDatabase();

const procedures = Object.entries(appRouter._def.procedures as unknown as Record<string, AnyTRPCProcedure>);

// What needs no membership: one's own workspaces, the answer to an invitation, a new workspace.
const withoutWorkspace = ["identity.workspaces", "identity.acceptInvitation", "onboarding.create"];

function callerOf(user: User | null, slug: string) {
  const headers = new Headers({ "x-organization": slug });
  return createCaller(appRouter)({ headers, requestId: newId(), user });
}

function call(caller: ReturnType<typeof callerOf>, path: string, input: unknown): Promise<unknown> {
  const verb = path.split(".").reduce((at, key) => (at as Record<string, unknown>)[key], caller as unknown);
  return (verb as (input: unknown) => Promise<unknown>)(input);
}

async function codeOf(attempt: Promise<unknown>): Promise<string> {
  return attempt.then(
    () => "answered",
    (error: unknown) => (error instanceof TRPCError ? error.code : String(error)),
  );
}

function userOf({ owner }: Workspace): User {
  const { id = "", name = "" } =
    owner.actor.type === "member" ? { id: owner.member?.userId, name: owner.actor.name } : {};
  return { id, name, email: "owner@example.com", emailVerified: true, language: "en" };
}

describe("every call", () => {
  it("asks who is there", async () => {
    const w = await makeWorkspace();
    const open = [];
    for (const [path] of procedures) {
      const code = await codeOf(call(callerOf(null, w.slug), path, {}));
      if (code !== "UNAUTHORIZED") open.push(`${path}: ${code}`);
    }
    expect(open).toEqual([]);
  });

  it("says NOT_FOUND to whoever is not a member, whatever it is asked", async () => {
    const w = await makeWorkspace();
    const stranger = callerOf(await makeUser("Stranger"), w.slug);
    const open = [];
    for (const [path] of procedures.filter(([name]) => !withoutWorkspace.includes(name))) {
      const code = await codeOf(call(stranger, path, {}));
      if (code !== "NOT_FOUND") open.push(`${path}: ${code}`);
    }
    expect(open).toEqual([]);
  });

  it("finds nothing by another workspace's ids", async () => {
    const [w, other] = [await makeWorkspace(), await makeWorkspace("Other")];
    const theirs = await createDeal(other.owner, { title: "Secret", stageId: other.stages.fresh });
    const ids = {
      dealId: theirs.id,
      stageId: other.stages.fresh,
      pipelineId: other.pipelineId,
      memberId: other.owner.member?.id,
      sourceId: other.sourceId,
    };
    const mine = callerOf(userOf(w), w.slug);
    const attempts: Record<string, unknown> = {
      "deals.get": { dealId: ids.dealId },
      "deals.timeline": { dealId: ids.dealId },
      "deals.activities": { dealId: ids.dealId },
      "deals.update": { dealId: ids.dealId, changes: { title: "Mine" } },
      "deals.move": { dealId: ids.dealId, stageId: w.stages.work },
      "deals.delete": { dealId: ids.dealId },
      "deals.comment": { dealId: ids.dealId, text: "hello" },
      "deals.createActivity": { dealId: ids.dealId, title: "hello" },
      "deals.create": { title: "Mine", stageId: ids.stageId },
      "pipelines.rename": { pipelineId: ids.pipelineId, name: "Mine" },
      "pipelines.remove": { pipelineId: ids.pipelineId },
      "pipelines.updateStage": { stageId: ids.stageId, changes: { name: "Mine" } },
      "pipelines.removeStage": { stageId: ids.stageId },
      "pipelines.restoreStage": { stageId: ids.stageId },
      "identity.changeMember": { memberId: ids.memberId, changes: { role: "sales" } },
      "identity.removeMember": { memberId: ids.memberId },
    };
    for (const [path, input] of Object.entries(attempts)) {
      expect([path, await codeOf(call(mine, path, input))]).toEqual([
        path,
        expect.stringMatching(/NOT_FOUND|CONFLICT/),
      ]);
    }
    const board = await mine.deals.board({ pipelineId: other.pipelineId });
    expect(board).toEqual([]);
  });
});

describe("bad input", () => {
  it("is refused at its field, never with a 500", async () => {
    const w = await makeWorkspace();
    const mine = callerOf(userOf(w), w.slug);
    for (const title of ["\u0000", "a\u0000b", "\ud800", "", "x".repeat(301)]) {
      expect(await codeOf(mine.deals.create({ title, stageId: w.stages.fresh }))).toBe("BAD_REQUEST");
    }
    expect(await codeOf(call(mine, "deals.get", { dealId: "nonsense" }))).toBe("BAD_REQUEST");
    expect(await codeOf(call(mine, "deals.get", { dealId: newId() }))).toBe("NOT_FOUND");
  });

  it("cannot smuggle in what is not asked for", async () => {
    const w = await makeWorkspace();
    const mine = callerOf(userOf(w), w.slug);
    const smuggled = { title: "T", stageId: w.stages.fresh, organizationId: newId(), isSample: true };
    expect(await codeOf(call(mine, "deals.create", smuggled))).toBe("BAD_REQUEST");
    const deal = await mine.deals.create({ title: "T", stageId: w.stages.fresh });
    const changes = { dealId: deal.id, changes: { outcome: "won" } };
    expect(await codeOf(call(mine, "deals.update", changes))).toBe("BAD_REQUEST");
  });

  it("from an observer is refused for every change", async () => {
    const w = await makeWorkspace();
    const observer = await makeMember(w, "observer");
    const deal = await createDeal(w.owner, { title: "T", stageId: w.stages.fresh });
    const user = { ...userOf(w), id: observer.member?.userId ?? "" };
    const caller = callerOf(user, w.slug);
    const refused = [
      caller.deals.create({ title: "T", stageId: w.stages.fresh }),
      caller.deals.move({ dealId: deal.id, stageId: w.stages.work }),
      caller.deals.delete({ dealId: deal.id }),
      caller.pipelines.create({ name: "P" }),
      caller.identity.invite({ email: "a@example.com", role: "admin" }),
      caller.identity.updateOrganization({ name: "Mine" }),
      caller.onboarding.removeSample(),
    ];
    expect(await Promise.all(refused.map(codeOf))).toEqual(refused.map(() => "FORBIDDEN"));
  });
});
