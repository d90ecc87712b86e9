import { describe, expect, it } from "vitest";
import { useTestDatabase } from "@/db/testing";
import { developmentOutbox } from "@/server/messaging";
import { makeMember, makeUser, makeWorkspace } from "@/server/testing/fixtures";
import {
  acceptInvitation,
  auth,
  changeMember,
  createOrganization,
  inviteMember,
  listInvitations,
  listMembers,
  organizationsOf,
  readInvitation,
  removeMember,
  revokeInvitation,
  workplaceOf,
} from "./index";
import { slugOf } from "./slug";

useTestDatabase();

async function tokenFor(address: string): Promise<string> {
  const letters = await developmentOutbox();
  const letter = letters.find((one) => one.recipient === address);
  return letter?.text.match(/invitation\/(\S+)/)?.[1] ?? "";
}

describe("a workspace's address", () => {
  it.each([
    ["Acme Ltd.", "acme-ltd"],
    ["Окна и Двери", "okna-i-dveri"],
    ["Щёлковский завод", "schelkovskiy-zavod"],
    ["API", "workspace-api"],
    ["!!!", "workspace"],
  ])("of %s is %s", (name, slug) => expect(slugOf(name)).toBe(slug));

  it("gets a number when it is taken", async () => {
    const user = await makeUser();
    const input = { name: "Twin", timeZone: "UTC", currency: "EUR", language: "en" } as const;
    expect((await createOrganization(user, input)).slug).toBe("twin");
    expect((await createOrganization(user, input)).slug).toBe("twin-2");
    expect(await organizationsOf(user.id)).toHaveLength(2);
  });
});

describe("an invitation", () => {
  it("brings the invited person in, once", async () => {
    const w = await makeWorkspace();
    const guest = await makeUser("Guest");
    await inviteMember(w.owner, { email: guest.email, role: "sales" });
    const token = await tokenFor(guest.email);
    expect(await readInvitation({ token })).toMatchObject({
      email: guest.email,
      role: "sales",
      workspace: "Acme",
    });
    expect(await acceptInvitation(guest, { token })).toEqual({ slug: w.slug });
    expect((await workplaceOf(guest.id, w.slug))?.membership.role).toBe("sales");
    await expect(acceptInvitation(guest, { token })).rejects.toMatchObject({ code: "INVITATION_USED" });
  });

  it("lets two clicks at once join once", async () => {
    const w = await makeWorkspace();
    const guest = await makeUser("Guest");
    await inviteMember(w.owner, { email: guest.email, role: "sales" });
    const token = await tokenFor(guest.email);
    const both = await Promise.allSettled([
      acceptInvitation(guest, { token }),
      acceptInvitation(guest, { token }),
    ]);
    expect(both.filter((one) => one.status === "fulfilled")).toHaveLength(1);
    expect(await listMembers(w.owner)).toHaveLength(2);
  });

  it("refuses another address, an unconfirmed one, a revoked and an unknown link", async () => {
    const w = await makeWorkspace();
    const [guest, stranger] = [await makeUser("Guest"), await makeUser("Stranger")];
    const { id } = await inviteMember(w.owner, { email: guest.email, role: "sales" });
    const token = await tokenFor(guest.email);
    await expect(acceptInvitation(stranger, { token })).rejects.toMatchObject({
      code: "INVITATION_OTHER_EMAIL",
    });
    await expect(acceptInvitation({ ...guest, emailVerified: false }, { token })).rejects.toMatchObject({
      code: "EMAIL_NOT_VERIFIED",
    });
    await revokeInvitation(w.owner, { invitationId: id });
    await expect(acceptInvitation(guest, { token })).rejects.toMatchObject({ code: "INVITATION_EXPIRED" });
    await expect(readInvitation({ token: "x".repeat(43) })).rejects.toMatchObject({
      code: "INVITATION_EXPIRED",
    });
    expect(await listInvitations(w.owner)).toEqual([]);
  });

  it("is dead after seven days, for its page and for its answer", async () => {
    const w = await makeWorkspace();
    const guest = await makeUser("Guest");
    const eightDaysAgo = new Date(Date.now() - 8 * 24 * 60 * 60 * 1000);
    await inviteMember({ ...w.owner, now: () => eightDaysAgo }, { email: guest.email, role: "sales" });
    const token = await tokenFor(guest.email);
    await expect(readInvitation({ token })).rejects.toMatchObject({ code: "INVITATION_EXPIRED" });
    await expect(acceptInvitation(guest, { token })).rejects.toMatchObject({ code: "INVITATION_EXPIRED" });
  });

  it("replaces an older one for the same address, and is not sent to a member or by a seller", async () => {
    const w = await makeWorkspace();
    const seller = await makeMember(w, "sales");
    await inviteMember(w.owner, { email: "new@example.com", role: "sales" });
    await inviteMember(w.owner, { email: "new@example.com", role: "admin" });
    expect(await listInvitations(w.owner)).toMatchObject([{ email: "new@example.com", role: "admin" }]);
    const [boris] = (await listMembers(w.owner)).filter((one) => one.role === "sales");
    await expect(inviteMember(w.owner, { email: boris?.email ?? "", role: "sales" })).rejects.toMatchObject({
      code: "ALREADY_MEMBER",
      field: "email",
    });
    await expect(inviteMember(seller, { email: "a@example.com", role: "sales" })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
  });
});

describe("members", () => {
  it("keep an owner: the last one can neither step down nor leave", async () => {
    const w = await makeWorkspace();
    const memberId = w.owner.member?.id ?? "";
    await expect(changeMember(w.owner, { memberId, changes: { role: "admin" } })).rejects.toMatchObject({
      code: "LAST_OWNER",
    });
    await expect(removeMember(w.owner, { memberId })).rejects.toMatchObject({ code: "LAST_OWNER" });
  });

  it("are made owners by owners only", async () => {
    const w = await makeWorkspace();
    const [admin, seller] = [await makeMember(w, "admin"), await makeMember(w, "sales", "Vera")];
    const promote = { memberId: seller.member?.id ?? "", changes: { role: "owner" } } as const;
    await expect(changeMember(admin, promote)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(changeMember(seller, promote)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await changeMember(w.owner, promote);
    expect(await listMembers(w.owner)).toContainEqual(
      expect.objectContaining({ name: "Vera", role: "owner" }),
    );
  });

  it("who are removed, or of another workspace, find nothing there", async () => {
    const [w, other] = [await makeWorkspace(), await makeWorkspace("Other")];
    const seller = await makeMember(w, "sales");
    const memberId = seller.member?.id ?? "";
    await expect(removeMember(other.owner, { memberId })).rejects.toMatchObject({ code: "MEMBER_NOT_FOUND" });
    await removeMember(w.owner, { memberId });
    expect(await workplaceOf(seller.member?.userId ?? "", w.slug)).toBeNull();
    expect(await workplaceOf(other.owner.member?.userId ?? "", w.slug)).toBeNull();
  });
});

describe("signing in", () => {
  const credentials = { email: "guessed@example.com", password: "right-horse-battery" };
  const signIn = (password: string) => auth().api.signInEmail({ body: { ...credentials, password } });

  it("allows twenty guesses an hour at an account, and forgets them after the right one", async () => {
    await auth().api.signUpEmail({ body: { ...credentials, name: "Guessed" } });
    for (let n = 0; n < 10; n++)
      await expect(signIn("wrong-password")).rejects.toMatchObject({ status: "UNAUTHORIZED" });
    await expect(signIn(credentials.password)).resolves.toMatchObject({ user: { email: credentials.email } });
    for (let n = 0; n < 20; n++)
      await expect(signIn("wrong-password")).rejects.toMatchObject({ status: "UNAUTHORIZED" });
    await expect(signIn(credentials.password)).rejects.toMatchObject({ status: "TOO_MANY_REQUESTS" });
  });
});
