import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { useTestDatabase } from "@/db/testing";
import { auth } from "@/server/identity";
import { asWorker } from "@/server/platform";
import { wire } from "@/server/platform/wire";
import { GET as functions } from "./functions/route";
import { GET as overview } from "./overview/route";
import { POST as act } from "./runs/[id]/[action]/route";
import { GET as run } from "./runs/[id]/route";
import { GET as runs } from "./runs/route";

useTestDatabase();

const id = "00000000-0000-7000-8000-000000000000";
const at = (path: string, init: RequestInit = {}) => new Request(`http://localhost/api/ops/${path}`, init);
const one = { params: Promise.resolve({ id }) };
const cancel = { params: Promise.resolve({ id, action: "cancel" }) };

const calls: [string, (init: RequestInit) => Promise<Response>][] = [
  ["overview", (init) => overview(at("overview", init))],
  ["functions", (init) => functions(at("functions", init))],
  ["runs", (init) => runs(at("runs", init))],
  ["a run", (init) => run(at(`runs/${id}`, init), one)],
  ["an action", (init) => act(at(`runs/${id}/cancel`, { ...init, method: "POST", body: "{}" }), cancel)],
];

/** The session of a new person with a confirmed address. */
async function signUp(email: string): Promise<string> {
  const { headers } = await auth().api.signUpEmail({
    body: { name: "Olga", email, password: "a long password" },
    returnHeaders: true,
  });
  await asWorker((tx) =>
    tx.execute(sql`update auth."user" set email_verified = true where email = ${email}`),
  );
  const cookies = headers.getSetCookie().map((one) => one.split(";")[0]);
  return cookies.join("; ");
}

describe("the operations calls", () => {
  let operator: string;
  let stranger: string;

  beforeAll(async () => {
    process.env.OPERATOR_EMAILS = "olga@example.com";
    operator = await signUp("olga@example.com");
    stranger = await signUp("stranger@example.com");
  });

  it.each(calls)("%s is not there for those who are not operators", async (_name, call) => {
    expect((await call({})).status).toBe(404);
    const response = await call({ headers: { cookie: stranger, "content-type": "application/json" } });
    expect(response.status).toBe(404);
    expect(await response.json()).toEqual({ code: "NOT_FOUND" });
  });

  it("answer an operator", async () => {
    const headers = { cookie: operator };
    const answered = await overview(at("overview", { headers }));
    expect(answered.headers.get("cache-control")).toContain("no-store");
    expect(wire.deserialize(await answered.json())).toMatchObject({
      queueDepth: 0,
      now: expect.any(Date),
    });
    expect((await runs(at("runs?state=failed", { headers }))).status).toBe(200);
    expect((await runs(at("runs?state=odd", { headers }))).status).toBe(400);
    expect((await run(at(`runs/${id}`, { headers }), one)).status).toBe(404);
  });

  it("take no actions from a form of another site", async () => {
    const headers = { cookie: operator, "content-type": "application/x-www-form-urlencoded" };
    const request = at(`runs/${id}/cancel`, { method: "POST", body: "a=1", headers });
    expect((await act(request, cancel)).status).toBe(400);
  });
});
