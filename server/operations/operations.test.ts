import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { useTestDatabase } from "@/db/testing";
import { auth, type User } from "@/server/identity";
import { asWorker } from "@/server/platform";
import { currentOperator, Operator, requireOperator } from "./index";
import { actionsFor, attemptsOf, faultOf, kindOf, phaseOf, readable, troubleOf } from "./rules";

useTestDatabase();

const anna: User = { id: "u", name: "Anna", email: "anna@example.com", emailVerified: true, language: "en" };

describe("an operator", () => {
  it.each([
    ["anna@example.com", true],
    [" boris@example.com , Anna@Example.com ", true],
    ["boris@example.com", false],
    ["example.com", false],
    ["", false],
    [",", false],
  ])("with OPERATOR_EMAILS=%j: anna is one: %s", (emails, expected) => {
    expect(Operator.of(anna, emails) !== null).toBe(expected);
  });

  it("is nobody when nothing is set, unconfirmed, or nameless", () => {
    expect(Operator.of(anna, undefined)).toBeNull();
    expect(Operator.of({ ...anna, emailVerified: false }, anna.email)).toBeNull();
    expect(Operator.of({ ...anna, email: "" }, ",")).toBeNull();
    expect(Operator.of(null, anna.email)).toBeNull();
  });

  it("is known by a session, once the address is confirmed", async () => {
    const email = "owner@example.com";
    process.env.OPERATOR_EMAILS = email;
    const signedUp = await auth().api.signUpEmail({
      body: { name: "Owner", email, password: "a long password" },
      returnHeaders: true,
    });
    const cookie = signedUp.headers
      .getSetCookie()
      .map((one) => one.split(";")[0])
      .join("; ");
    const headers = new Headers({ cookie });
    await expect(requireOperator(headers)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await asWorker((tx) =>
      tx.execute(sql`update auth."user" set email_verified = true where email = ${email}`),
    );
    expect(await requireOperator(headers)).toMatchObject({ email });
    process.env.OPERATOR_EMAILS = "somebody@example.com";
    expect(await currentOperator(headers)).toBeNull();
    await expect(requireOperator(new Headers())).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});

describe("a run", () => {
  const now = new Date("2026-03-01T12:00:00Z");
  const later = new Date("2026-03-01T13:00:00Z");
  const run = { status: "running", underWay: false, failures: 0, nextAt: null } as const;
  it.each([
    ["completed", { ...run, status: "completed" as const }],
    ["running", { ...run, underWay: true, failures: 2 }],
    ["retrying", { ...run, failures: 1, nextAt: later }],
    ["queued", { ...run, status: "queued" as const, nextAt: later }],
    ["queued", { ...run, nextAt: now }],
    ["waiting", { ...run, nextAt: later }],
    ["waiting", run],
  ])("is %s", (phase, facts) => expect(phaseOf(facts, now)).toBe(phase));

  it("says what is wrong only while something is", () => {
    const facts = { error: { message: "function" }, stepError: { message: "step" } };
    expect(troubleOf(facts, "failed")?.message).toBe("function");
    expect(troubleOf(facts, "retrying")?.message).toBe("step");
    expect(troubleOf({ ...facts, stepError: null }, "retrying")?.message).toBe("function");
    for (const phase of ["waiting", "running", "cancelled"] as const)
      expect(troubleOf(facts, phase)).toBeNull();
  });

  it("may be retried when it failed, cancelled while under way, replayed once ended", () => {
    expect(actionsFor("failed")).toEqual(["retry", "replay"]);
    expect(actionsFor("running")).toEqual(["cancel"]);
    expect(actionsFor("completed")).toEqual(["replay"]);
  });
});

describe("what a run left behind", () => {
  it.each([
    [null, null],
    [
      { name: "TypeError", message: "no", stack: "at" },
      { name: "TypeError", message: "no", stack: "at" },
    ],
    [{ error: "no" }, { name: "Error", message: "no", stack: null }],
    ["no", { name: "Error", message: "no", stack: null }],
    [{ status: 500 }, { name: "Error", message: '{\n  "status": 500\n}', stack: null }],
  ])("as an error: %j", (error, expected) => expect(faultOf(error)).toEqual(expected));

  it("is cut where it gets too long", () => {
    expect(readable({ a: [1] })).toEqual({ text: '{\n  "a": [\n    1\n  ]\n}', cut: false });
    expect(readable("x".repeat(50_000))).toMatchObject({ cut: true });
    expect(readable(undefined)).toEqual({ text: "null", cut: false });
  });

  it("as a step: its kind and attempts", () => {
    expect(kindOf({ operation: "StepRun", data: { ids: ["1"] } })).toBe("send");
    expect(kindOf({ operation: "StepRun", data: { ids: ["1"], more: 1 } })).toBe("run");
    expect(kindOf({ operation: "WaitForEvent", data: null })).toBe("wait");
    expect(kindOf({ operation: "Gateway", data: null })).toBe("other");
    expect(attemptsOf({ status: "completed", attempt: 2 })).toBe(3);
    expect(attemptsOf({ status: "retrying", attempt: 2 })).toBe(2);
  });
});
