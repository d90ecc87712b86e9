import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { getDatabase } from "@/db/client";
import { session } from "@/db/schema/auth";
import { useTestDatabase } from "@/db/testing";
import { newId } from "@/server/platform";
import { makeMember, makeWorkspace } from "@/server/testing/fixtures";
import { auth, removeMember, whereabouts } from "./index";

useTestDatabase();

const day = 86_400_000;

async function signedUp() {
  const email = `anna-${newId()}@example.com`;
  const { headers, response } = await auth().api.signUpEmail({
    body: { name: "Anna", email, password: "a long password" },
    returnHeaders: true,
  });
  const [cookie = ""] = (headers.getSetCookie().find((one) => one.includes("session_token")) ?? "").split(
    ";",
  );
  return { id: response.user.id, cookie };
}

const asked = (cookie: string) => new Headers({ cookie });

describe("whereabouts", () => {
  it("are the session's person and their place in the workspace", async () => {
    const w = await makeWorkspace();
    const anna = await signedUp();
    const member = await makeMember(w, "sales", "Anna");
    await getDatabase()
      .update(session)
      .set({ userId: member.member?.userId ?? "" })
      .where(eq(session.userId, anna.id));
    const found = await whereabouts(asked(anna.cookie), w.slug);
    expect(found.user?.id).toBe(member.member?.userId);
    expect(found.place?.membership).toEqual(member.member);
    expect(found.place?.organization).toMatchObject({
      id: w.owner.organizationId,
      slug: w.slug,
      currency: "EUR",
    });
    expect((await whereabouts(asked(anna.cookie), "elsewhere")).place).toBeNull();
    await removeMember(w.owner, { memberId: member.member?.id ?? "" });
    expect((await whereabouts(asked(anna.cookie), w.slug)).place).toBeNull();
  });

  it("are nobody's without a cookie, or with one that somebody else signed", async () => {
    const { cookie } = await signedUp();
    const [name = "", value = ""] = cookie.split("=");
    const [token] = decodeURIComponent(value).split(".");
    for (const forged of ["", `${name}=`, `${name}=${token}`, `${name}=${token}.`, `${name}=${token}.AAAA`]) {
      expect(await whereabouts(asked(forged), "acme")).toEqual({ user: null });
    }
  });

  it("end with the session, which is prolonged when it is a day old", async () => {
    const { id, cookie } = await signedUp();
    const expire = (expiresAt: Date) =>
      getDatabase().update(session).set({ expiresAt }).where(eq(session.userId, id));
    await expire(new Date(Date.now() + 20 * day));
    expect((await whereabouts(asked(cookie), "acme")).user?.id).toBe(id);
    const [prolonged] = await getDatabase().select().from(session).where(eq(session.userId, id));
    expect(prolonged?.expiresAt.getTime()).toBeGreaterThan(Date.now() + 29 * day);
    await expire(new Date(Date.now() - 1000));
    expect((await whereabouts(asked(cookie), "acme")).user).toBeNull();
  });
});
