import { afterEach, expect, test, vi } from "vitest";
import { useTestDatabase } from "@/db/testing";
import { closeLive, newId, subscribeLive } from "@/server/platform";
import { makeUser } from "@/server/testing/fixtures";
import { auth } from "./index";

useTestDatabase();

const origin = "http://localhost:3000";
const leaving: (() => void)[] = [];
afterEach(() => {
  for (const leave of leaving.splice(0)) leave();
});

function call(path: string, body: object, cookie = ""): Promise<Response> {
  return auth().handler(
    new Request(`${origin}/api/auth${path}`, {
      method: "POST",
      headers: { "content-type": "application/json", origin, cookie },
      body: JSON.stringify(body),
    }),
  );
}

function follow(userId: string) {
  const follower = { userId, onChange: vi.fn(), onSessionEnd: vi.fn(), onClose: vi.fn() };
  leaving.push(subscribeLive(newId(), follower));
  return follower;
}

test("whose session ends is told at their open streams, and nobody else is", async () => {
  const person = { name: "Anna", email: "anna@example.com", password: "long enough" };
  const signedUp = await call("/sign-up/email", person);
  const { user } = (await signedUp.json()) as { user: { id: string } };
  const cookie = signedUp.headers.getSetCookie().map((one) => one.split(";")[0]);
  const [mine, theirs] = [follow(user.id), follow((await makeUser("Boris")).id)];
  // The hub may still be about to listen: who signs in and out again is heard as soon as it does.
  await vi.waitFor(
    async () => {
      await call("/sign-in/email", person);
      await call("/revoke-other-sessions", {}, cookie.join("; "));
      expect(mine.onSessionEnd).toHaveBeenCalled();
    },
    { timeout: 20_000 },
  );
  expect(theirs.onSessionEnd).not.toHaveBeenCalled();
  await closeLive();
  expect([mine.onClose, theirs.onClose].map((close) => close.mock.calls.length)).toEqual([1, 1]);
});
