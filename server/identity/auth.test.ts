import { expect, test } from "vitest";
import { useTestDatabase } from "@/db/testing";
import { auth } from "./index";

useTestDatabase();

const origin = "http://localhost:3000";

async function post(path: string, body: object): Promise<{ status: number; code: unknown }> {
  const request = new Request(`${origin}/api/auth${path}`, {
    method: "POST",
    headers: { "content-type": "application/json", origin },
    body: JSON.stringify(body),
  });
  const answer = await auth().handler(request);
  const { code } = (await answer.json()) as { code?: unknown };
  return { status: answer.status, code };
}

const person = { name: "Anna", email: "anna@example.com", password: "long enough" };

test.each([
  ["/sign-up/email", { ...person, name: "a\u0000b" }, "INVALID_TEXT"],
  ["/sign-up/email", { ...person, name: "x".repeat(10_000_000) }, "INVALID_TEXT"],
  ["/sign-up/email", { ...person, name: "x".repeat(81) }, "INVALID_NAME"],
  ["/sign-up/email", { ...person, name: " " }, "INVALID_NAME"],
  ["/sign-up/email", { ...person, password: "short" }, "PASSWORD_TOO_SHORT"],
  ["/sign-in/email", { email: "a\u0000@example.com", password: "x" }, "INVALID_TEXT"],
  ["/reset-password", { token: "a\u0000", newPassword: "long enough" }, "INVALID_TEXT"],
])("%s refuses bad input with a code (%#)", async (path, body, code) => {
  expect(await post(path, body)).toEqual({ status: 400, code });
});

test("a taken email is said, and a wrong password does not tell whether the account exists", async () => {
  expect((await post("/sign-up/email", person)).status).toBe(200);
  expect(await post("/sign-up/email", person)).toEqual({
    status: 422,
    code: "USER_ALREADY_EXISTS_USE_ANOTHER_EMAIL",
  });
  const refused = { status: 401, code: "INVALID_EMAIL_OR_PASSWORD" };
  expect(await post("/sign-in/email", { email: person.email, password: "wrong one" })).toEqual(refused);
  expect(await post("/sign-in/email", { email: "nobody@example.com", password: "wrong one" })).toEqual(
    refused,
  );
});

test.each([
  ["http://127.0.0.1:3000", 200],
  ["http://localhost:3000", 200],
  ["https://evil.example", 403],
])("a page at %s, asking the server at 127.0.0.1, is answered with %i", async (origin, status) => {
  await post("/sign-up/email", person);
  const request = new Request("http://127.0.0.1:3000/api/auth/sign-in/email", {
    method: "POST",
    headers: { "content-type": "application/json", origin, host: "127.0.0.1:3000", cookie: "pult.any=1" },
    body: JSON.stringify({ email: person.email, password: person.password }),
  });
  expect((await auth().handler(request)).status).toBe(status);
});
