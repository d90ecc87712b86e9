import { describe, expect, it } from "vitest";
import { useTestDatabase } from "@/db/testing";
import { addComment, editComment, mentionable, removeComment } from "@/server/crm/comments";
import { createDeal, updateDeal } from "@/server/crm/deals";
import { recordTimeline } from "@/server/crm/timeline";
import { eventsOf, makeMember, makeWorkspace, type Workspace } from "@/server/testing/fixtures";
import { listWatchers, unwatchRecord, watchRecord } from "./index";

useTestDatabase();

async function dealIn(w: Workspace) {
  const { id } = await createDeal(w.owner, { title: "Windows", stageId: w.stages.fresh });
  return id;
}

describe("watchers", () => {
  it("come and go by themselves", async () => {
    const w = await makeWorkspace();
    const recordId = await dealIn(w);
    const boris = await makeMember(w, "head_of_sales");
    await watchRecord(boris, { recordId });
    await watchRecord(boris, { recordId });
    expect(await listWatchers(w.owner, { recordId })).toEqual([
      { memberId: boris.member?.id, name: "Boris" },
    ]);
    await unwatchRecord(boris, { recordId });
    expect(await listWatchers(w.owner, { recordId })).toEqual([]);
  });

  it("are added by a colleague who may edit, when they may see the record", async () => {
    const w = await makeWorkspace();
    const recordId = await dealIn(w);
    const observer = await makeMember(w, "observer", "Olga");
    const seller = await makeMember(w, "sales", "Pavel");
    await watchRecord(w.owner, { recordId, memberId: observer.member?.id });
    expect(await listWatchers(w.owner, { recordId })).toMatchObject([{ name: "Olga" }]);
    await expect(watchRecord(w.owner, { recordId, memberId: seller.member?.id })).rejects.toMatchObject({
      code: "MEMBER_CANNOT_SEE",
      data: { name: "Pavel" },
    });
    await expect(watchRecord(observer, { recordId, memberId: w.owner.member?.id })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
  });

  it("of another workspace are not found", async () => {
    const [w, other] = [await makeWorkspace(), await makeWorkspace()];
    const recordId = await dealIn(w);
    await expect(watchRecord(other.owner, { recordId })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(watchRecord(w.owner, { recordId, memberId: other.owner.member?.id })).rejects.toMatchObject({
      code: "MEMBER_NOT_FOUND",
    });
  });
});

describe("mentions", () => {
  it("name those who may see the record, who then watch it", async () => {
    const w = await makeWorkspace();
    const recordId = await dealIn(w);
    const boris = await makeMember(w, "head_of_sales");
    const seller = await makeMember(w, "sales", "Pavel");
    expect((await mentionable(w.owner, { recordId })).map(({ name }) => name)).toEqual(["Anna", "Boris"]);
    await addComment(w.owner, { recordId, text: `Look, @[${boris.member?.id}]` });
    expect(await listWatchers(w.owner, { recordId })).toMatchObject([{ name: "Boris" }]);
    await expect(
      addComment(w.owner, { recordId, text: `And @[${seller.member?.id}]` }),
    ).rejects.toMatchObject({ code: "MEMBER_CANNOT_SEE", field: "text" });
    await updateDeal(w.owner, { dealId: recordId, changes: { ownerId: seller.member?.id ?? null } });
    await expect(
      addComment(w.owner, { recordId, text: `And @[${seller.member?.id}]` }),
    ).resolves.toHaveProperty("id");
  });

  it("of another workspace's people are refused", async () => {
    const [w, other] = [await makeWorkspace(), await makeWorkspace()];
    const recordId = await dealIn(w);
    await expect(
      addComment(w.owner, { recordId, text: `@[${other.owner.member?.id}]` }),
    ).rejects.toMatchObject({ code: "MEMBER_NOT_FOUND" });
  });
});

describe("a comment", () => {
  it("is edited by its author alone; the timeline shows what it says by now", async () => {
    const w = await makeWorkspace();
    const recordId = await dealIn(w);
    const boris = await makeMember(w, "head_of_sales");
    const { id: commentId } = await addComment(w.owner, { recordId, text: "They called" });
    await editComment(w.owner, { commentId, text: "They wrote" });
    const said = async () => {
      const { entries } = await recordTimeline(w.owner, { recordId, kind: "comments", limit: 10 });
      return entries.map(({ data }) => data);
    };
    expect(await said()).toEqual([{ commentId, text: "They wrote", edited: true }]);
    await expect(editComment(boris, { commentId, text: "Mine" })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    await removeComment(w.owner, { commentId });
    expect(await said()).toEqual([{ commentId, removed: true }]);
    await expect(editComment(w.owner, { commentId, text: "Back" })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    expect(await eventsOf(recordId)).toEqual([
      "deal.created",
      "comment.added",
      "comment.edited",
      "comment.removed",
    ]);
  });
});
