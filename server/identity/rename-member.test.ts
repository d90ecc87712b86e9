import { expect, it } from "vitest";
import { useTestDatabase } from "@/db/testing";
import { makeWorkspace } from "@/server/testing/fixtures";
import { auth, listMembers } from "./index";

useTestDatabase();

it("a person's new name reaches the members' list", async () => {
  const w = await makeWorkspace();
  const context = await auth().$context;
  const userId = w.owner.member?.userId ?? "";
  await context.internalAdapter.updateUser(userId, { name: "Anna Lind" });
  const members = await listMembers(w.owner);
  expect(members.map(({ name }) => name)).toContain("Anna Lind");
});
