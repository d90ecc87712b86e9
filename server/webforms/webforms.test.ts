import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { pipeline } from "@/db/schema/pipelines";
import { event } from "@/db/schema/platform";
import { webformSubmission } from "@/db/schema/webforms";
import { useTestDatabase } from "@/db/testing";
import { listRecords } from "@/server/crm/registry";
import { createCustomField } from "@/server/fields";
import { removeMember } from "@/server/identity";
import { myNotifications, tell } from "@/server/notifications";
import { hear } from "@/server/notifications/hear.fixture";
import { asWorker, type Context, newId } from "@/server/platform";
import { eventsOf, makeMember, makeWorkspace, type Workspace } from "@/server/testing/fixtures";
import type { FormDesign, SaveForm } from "./contract";
import {
  answerForm,
  archiveForm,
  askableFields,
  embedScript,
  getForm,
  listForms,
  listSubmissions,
  retrySubmission,
  retrySubmissions,
  saveForm,
} from "./index";
import { pageToken } from "./spam";

useTestDatabase();

process.env.BETTER_AUTH_SECRET ??= "a secret of this test alone";

const field = (key: string, required = false) => ({ key, label: `Your ${key}`, hint: null, required });

const design = (more: Partial<FormDesign> = {}): FormDesign => ({
  language: "en",
  heading: "Call me back",
  text: "We answer within an hour",
  button: "Send",
  colour: "#3b5bdb",
  fields: [field("name", true), field("phone"), field("email"), field("comment")],
  consent: null,
  after: { kind: "message", text: "Thank you!" },
  notify: true,
  ...more,
});

const form = (w: Workspace, more: Partial<SaveForm> = {}) =>
  saveForm(w.owner, {
    ...{ name: "Site", design: design(), sourceId: w.sourceId, ownerIds: [], closed: false },
    ...more,
  });

type Sent = { status: number; text: string; location: string | null };

/** Sends a form as a browser without scripts does, a few seconds after its page was made. */
async function send(formId: string, values: Record<string, string>, query = "", seconds = 5): Promise<Sent> {
  const token = pageToken(formId, new Date(Date.now() - seconds * 1_000));
  const response = await answerForm(
    new Request(`http://localhost/f/${formId}${query}`, {
      method: "POST",
      headers: { "content-type": "application/x-www-form-urlencoded" },
      body: new URLSearchParams({ token, ...values }).toString(),
    }),
    formId,
  );
  return {
    status: response.status,
    text: await response.text(),
    location: response.headers.get("location"),
  };
}

const open = async (formId: string, query = "") => {
  const response = await answerForm(new Request(`http://localhost/f/${formId}${query}`), formId);
  return { status: response.status, text: await response.text(), headers: response.headers };
};

/** What the functions do with a failed submission's event. */
async function hearOf(w: Workspace, formId: string): Promise<void> {
  const rows = await asWorker((tx) => tx.select().from(event).where(eq(event.recordId, formId)));
  for (const { id, name, actor, data } of rows)
    if (name === "webform.submission_failed")
      await tell(w.owner, "form_failed", {
        ...{ id, name, actor, data },
        ...{ entity: "lead", recordId: formId },
      });
}

const leads = async (w: Workspace) => (await listRecords(w.owner, { entity: "lead" })).records;

describe("a form that is filled in", () => {
  it("makes a lead with its source and marks, and tells its owner", async () => {
    const w = await makeWorkspace();
    const vera = await makeMember(w, "sales", "Vera");
    const { id } = await form(w, { ownerIds: [vera.member?.id ?? ""] });
    const page = await open(id, "?utm_source=yandex&utm_campaign=roofs");
    expect(page.text).toContain('name="utm_source" value="yandex"');
    const sent = await send(id, {
      ...{ name: "Olga", phone: "+7 900 123-45-67", email: "Olga@Example.com", comment: "Call me" },
      ...{ utm_source: "yandex", utm_campaign: "roofs", referrer: "https://ya.ru/", landing: "https://a.b/" },
    });
    expect(sent).toMatchObject({ status: 303, location: `/f/${id}?sent=1` });
    expect((await open(id, "?sent=1")).text).toContain("Thank you!");
    const [lead] = await leads(w);
    expect(lead).toMatchObject({
      title: "Site: Olga",
      ownerId: vera.member?.id,
      values: {
        ...{ sourceId: w.sourceId, name: "Olga", phone: "+7 900 123-45-67", email: "olga@example.com" },
        ...{ comment: "Call me", utmSource: "yandex", utmCampaign: "roofs", page: "https://a.b/" },
      },
    });
    const [submission] = await listSubmissions(w.owner, { formId: id });
    expect(submission).toMatchObject({
      status: "created",
      recordId: lead?.id,
      origin: { utm: { utm_source: "yandex" }, referrer: "https://ya.ru/", landing: "https://a.b/" },
    });
    expect(await eventsOf(id)).toEqual(["webform.created", "webform.submitted"]);
    expect((await myNotifications(vera, { unread: false, limit: 20 })).items[0]).toMatchObject({
      record: { id: lead?.id },
    });
    expect(await listForms(w.owner)).toMatchObject([{ id, created: 1, waiting: 0, spam: 0 }]);
  });

  it.each([
    ["by its answer where it notifies", true, ["robot"]],
    ["as of any record made for them where it does not", false, ["assigned"]],
  ])("is told to its owner once: %s", async (_case, notify, types) => {
    const w = await makeWorkspace();
    const vera = await makeMember(w, "sales", "Vera");
    const { id } = await form(w, { ownerIds: [vera.member?.id ?? ""], design: design({ notify }) });
    await send(id, { name: "Olga" });
    await hear(w, (await leads(w))[0]?.id ?? "");
    const { items } = await myNotifications(vera, { unread: false, limit: 20 });
    expect(items.map(({ type }) => type)).toEqual(types);
  });

  it("gives its answers to owners by turns, passing over who left", async () => {
    const w = await makeWorkspace();
    const [vera, ivan] = [await makeMember(w, "sales", "Vera"), await makeMember(w, "sales", "Ivan")];
    const ids = [vera.member?.id ?? "", ivan.member?.id ?? ""];
    const { id } = await form(w, { ownerIds: ids });
    for (const name of ["A", "B", "C"]) await send(id, { name });
    const owners = (await leads(w)).map((one) => one.ownerId);
    expect(owners.toReversed()).toEqual([ids[0], ids[1], ids[0]]);
    await removeMember(w.owner, { memberId: ids[1] ?? "" });
    await send(id, { name: "D" });
    expect((await leads(w))[0]?.ownerId).toBe(ids[0]);
  });

  it("asks for the organization's own fields", async () => {
    const w = await makeWorkspace();
    const own = { entity: "lead" as const };
    const size = await createCustomField(w.owner, { ...own, type: "number", label: "Size" });
    const kind = await createCustomField(w.owner, {
      ...{ ...own, type: "list", label: "Kind" },
      options: { choices: [{ name: "Red" }, { name: "Blue" }] },
    });
    expect((await askableFields(w.owner)).map(({ key }) => key)).toEqual([size.key, kind.key]);
    const { id } = await form(w, {
      design: design({ fields: [field("name"), field(size.key), field(kind.key, true)] }),
    });
    const refused = await send(id, { name: "Olga", [size.key]: "much" });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain("This is not a number.");
    expect(refused.text).toContain('value="much"');
    expect(refused.text).toContain("Fill this in.");
    const red = kind.options.choices?.[0]?.id ?? "";
    expect((await send(id, { name: "Olga", [size.key]: "1 234,5", [kind.key]: red })).status).toBe(303);
    expect((await leads(w))[0]?.values).toMatchObject({ [size.key]: 1234.5, [kind.key]: red });
  });

  it("says at the field what does not fit, and keeps what was typed", async () => {
    const w = await makeWorkspace();
    const { id } = await form(w, {
      design: design({ language: "ru", consent: { text: "Согласен на обработку", url: null } }),
    });
    const cases: [Record<string, string>, string][] = [
      [{ name: "" }, "Заполните это поле."],
      [{ name: "x".repeat(600) }, "Слишком длинно."],
      [{ name: "a\u0000b" }, "В тексте есть символы, которые нельзя сохранить."],
      [{ name: "Оля", email: "nonsense" }, "Это не похоже на адрес почты."],
      [{ name: "Оля", phone: "12" }, "Это не похоже на телефон."],
      [{ name: "Оля" }, 'id="f-consent-fault"'],
    ];
    for (const [values, words] of cases) {
      const { status, text } = await send(id, values);
      expect([status, text.includes(words)]).toEqual([422, true]);
    }
    const kept = await send(id, { name: 'Оля <b>"x"</b>', email: "nonsense" });
    expect(kept.text).toContain("Оля &#60;b&#62;&#34;x&#34;&#60;/b&#62;");
    expect(kept.text).not.toContain("<b>");
    expect(await leads(w)).toEqual([]);
    expect((await send(id, { name: "Оля", consent: "on" })).status).toBe(303);
  });

  it.each(["not asked for", "optional", "of a type no form can ask for"])(
    "makes a lead though it lacks a required field that is %s",
    async (how) => {
      const w = await makeWorkspace();
      const { key } = await createCustomField(w.owner, {
        ...{ entity: "lead", label: "Budget", required: true },
        type: how === "of a type no form can ask for" ? "money" : "number",
      });
      const fields = [field("name"), ...(how === "optional" ? [field(key)] : [])];
      const { id } = await form(w, { design: design({ fields }) });
      await send(id, { name: "Olga" });
      expect((await leads(w)).map((one) => one.title)).toEqual(["Site: Olga"]);
      expect(await listSubmissions(w.owner, { formId: id })).toMatchObject([{ status: "created" }]);
    },
  );

  it("makes a lead though its title is cut within a sign", async () => {
    const w = await makeWorkspace();
    const { id } = await form(w, { name: "N".repeat(100) });
    await send(id, { name: `${"x".repeat(197)}😀` });
    await send(id, { name: `${"y".repeat(196)}😀😀` });
    expect(await leads(w)).toHaveLength(2);
  });

  it("is given up visibly when no try makes a lead of it, and taken up again by hand", async () => {
    const w = await makeWorkspace();
    const [vera, ivan] = [await makeMember(w, "sales", "Vera"), await makeMember(w, "sales", "Ivan")];
    const { id } = await form(w, { ownerIds: [vera.member?.id ?? ""] });
    const archive = (archivedAt: Date | null) =>
      asWorker((tx) =>
        tx
          .update(pipeline)
          .set({ archivedAt })
          .where(and(eq(pipeline.organizationId, w.owner.organizationId), eq(pipeline.id, w.leadPipelineId))),
      );
    await archive(new Date());
    await send(id, { name: "Olga", phone: "+7 900 123-45-67" });
    for (let n = 0; n < 30; n++) await retrySubmissions();
    const [failed] = await listSubmissions(w.owner, { formId: id });
    expect(failed).toMatchObject({ status: "failed", reason: expect.stringMatching(/_GONE$/) });
    expect(await listForms(w.owner)).toMatchObject([{ created: 0, waiting: 0, failed: 1 }]);
    expect(await retrySubmissions()).toBe(0);
    expect(await eventsOf(id)).toEqual(["webform.created", "webform.submission_failed"]);
    await hearOf(w, id);
    for (const told of [w.owner, vera]) {
      const { items } = await myNotifications(told, { unread: false, limit: 20 });
      expect(items).toMatchObject([{ type: "form_failed", record: null, page: "settings/forms" }]);
      expect(items[0]?.text).toContain("Olga, +7 900 123-45-67");
    }
    expect((await myNotifications(ivan, { unread: false, limit: 20 })).items).toEqual([]);

    const again = { submissionId: failed?.id ?? "" };
    const other = await makeWorkspace("Other");
    await expect(retrySubmission(vera, again)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(retrySubmission(other.owner, again)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await retrySubmission(w.owner, again);
    expect(await listSubmissions(w.owner, { formId: id })).toMatchObject([{ status: "waiting" }]);
    await archive(null);
    await retrySubmission(w.owner, again);
    await retrySubmission(w.owner, again);
    expect(await leads(w)).toHaveLength(1);
    expect(await listSubmissions(w.owner, { formId: id })).toMatchObject([{ status: "created" }]);
  });

  it("still becomes a lead when the form was archived meanwhile", async () => {
    const w = await makeWorkspace();
    const { id } = await form(w);
    await send(id, { name: "Olga" });
    await asWorker((tx) => tx.update(webformSubmission).set({ status: "waiting" }));
    await archiveForm(w.owner, { formId: id });
    await retrySubmissions();
    expect(await leads(w)).toHaveLength(2);
    expect(await retrySubmissions()).toBe(0);
  });

  it("is kept when nothing can be made of it, and tried again", async () => {
    const w = await makeWorkspace();
    const { id } = await form(w);
    const archive = (archivedAt: Date | null) =>
      asWorker((tx) =>
        tx
          .update(pipeline)
          .set({ archivedAt })
          .where(and(eq(pipeline.organizationId, w.owner.organizationId), eq(pipeline.id, w.leadPipelineId))),
      );
    await archive(new Date());
    expect((await send(id, { name: "Olga" })).status).toBe(303);
    expect(await listSubmissions(w.owner, { formId: id })).toMatchObject([
      { status: "waiting", reason: expect.stringMatching(/_GONE$/) },
    ]);
    await retrySubmissions();
    await archive(null);
    await retrySubmissions();
    await retrySubmissions();
    expect(await leads(w)).toHaveLength(1);
    expect(await listSubmissions(w.owner, { formId: id })).toMatchObject([
      { status: "created", reason: null },
    ]);
  });
});

describe("spam", () => {
  it("is thanked and kept apart: a filled trap, a forged or missing token, a page sent at once", async () => {
    const w = await makeWorkspace();
    const [{ id }, other] = [await form(w), await form(w)];
    const now = new Date();
    const sent = [
      await send(id, { name: "A", website: "https://spam.example" }),
      await send(id, { name: "B", token: "" }),
      await send(id, { name: "C", token: `${now.getTime() - 5_000}.forged` }),
      await send(id, { name: "D", token: pageToken(other.id, new Date(now.getTime() - 5_000)) }),
      await send(id, { name: "E" }, "", 0),
      await send(id, { name: "F" }, "", -60),
    ];
    expect(sent.map(({ status }) => status)).toEqual(sent.map(() => 303));
    expect(await leads(w)).toEqual([]);
    const kept = await listSubmissions(w.owner, { formId: id });
    expect(kept.map(({ status, reason }) => `${status} ${reason}`).toReversed()).toEqual([
      "spam trap",
      "spam token",
      "spam token",
      "spam token",
      "spam too_fast",
      "spam token",
    ]);
  });

  it("sent twice makes one lead; a page of yesterday is asked to send again", async () => {
    const w = await makeWorkspace();
    const { id } = await form(w);
    await send(id, { name: "Olga" });
    expect((await send(id, { name: "Olga" })).status).toBe(303);
    expect(await leads(w)).toHaveLength(1);
    const stale = await send(id, { name: "Vera" }, "", 25 * 3_600);
    expect(stale.status).toBe(422);
    expect(stale.text).toContain('value="Vera"');
  });

  it("of one sender is stopped after ten in ten minutes, where the proxy is trusted", async () => {
    const w = await makeWorkspace();
    const { id } = await form(w);
    process.env.TRUST_PROXY = "1";
    const from = (address: string, name: string) =>
      answerForm(
        new Request(`http://localhost/f/${id}`, {
          method: "POST",
          headers: { "x-forwarded-for": address },
          body: new URLSearchParams({ name, token: pageToken(id, new Date(Date.now() - 5_000)) }).toString(),
        }),
        id,
      ).then((response) => response.status);
    try {
      for (let n = 0; n < 10; n++) expect(await from("203.0.113.7", `N${n}`)).toBe(303);
      expect(await from("203.0.113.7", "One more")).toBe(429);
      expect(await from("203.0.113.8", "Another")).toBe(303);
    } finally {
      delete process.env.TRUST_PROXY;
    }
    const rows = await asWorker((tx) => tx.select().from(webformSubmission));
    expect(JSON.stringify(rows)).not.toContain("203.0.113");
  });
});

describe("a form's page", () => {
  it("may be framed by any site, and says so of itself alone", async () => {
    const w = await makeWorkspace();
    const { id } = await form(w, {
      design: design({ after: { kind: "redirect", url: "https://shop.example/thanks" } }),
    });
    const { headers, text } = await open(id, "?embed=1");
    const policy = headers.get("content-security-policy") ?? "";
    expect(policy).toContain("frame-ancestors *");
    expect(policy).toContain("form-action 'self' https://shop.example");
    expect(text).toContain("ResizeObserver");
    expect((await open(id)).text).not.toContain("<script");
    expect((await send(id, { name: "A" })).location).toBe("https://shop.example/thanks");
    expect((await send(id, { name: "B" }, "?embed=1")).location).toBe(`/f/${id}?sent=1&embed=1`);
    expect(embedScript()).toContain("utm_source");
  });

  it("is not there for an unknown, archived or foreign id; a closed form says that it is closed", async () => {
    const w = await makeWorkspace();
    const { id, version } = await form(w);
    for (const wrong of [newId(), "nonsense", "..%2f"]) expect((await open(wrong)).status).toBe(404);
    await saveForm(w.owner, {
      ...{ formId: id, version, name: "Site", design: design(), sourceId: null, ownerIds: [], closed: true },
    });
    expect((await open(id)).text).toContain("This form takes no answers at the moment.");
    expect((await send(id, { name: "A" })).status).toBe(403);
    await archiveForm(w.owner, { formId: id });
    expect((await open(id)).status).toBe(404);
    expect(await eventsOf(id)).toEqual(["webform.created", "webform.updated", "webform.archived"]);
  });

  it("never lets markup of a design through", async () => {
    const w = await makeWorkspace();
    const evil = "<script>alert(1)</script>\"'`";
    const { id } = await form(w, {
      design: design({
        ...{ heading: evil, text: evil, button: evil, consent: { text: evil, url: "https://a.example/\"'" } },
        fields: [{ key: "name", label: evil, hint: evil, required: true }],
      }),
    });
    const { text } = await open(
      id,
      `?name=${encodeURIComponent(evil)}&utm_source=${encodeURIComponent(evil)}`,
    );
    expect(text).not.toContain("<script>alert");
    expect(text).not.toMatch(/value="<|'`"/);
  });
});

describe("forms", () => {
  it("are built by those who may, of their own workspace", async () => {
    const [w, other] = [await makeWorkspace(), await makeWorkspace("Other")];
    const { id } = await form(w);
    const values = { name: "X", design: design(), sourceId: null, ownerIds: [], closed: false };
    const verbs = (ctx: Context) => [
      () => getForm(ctx, { formId: id }),
      () => saveForm(ctx, { ...values, formId: id }),
      () => listSubmissions(ctx, { formId: id }),
      () => archiveForm(ctx, { formId: id }),
    ];
    for (const role of ["team_lead", "sales", "observer"] as const)
      for (const verb of verbs(await makeMember(w, role, role)))
        await expect(verb()).rejects.toMatchObject({ code: "FORBIDDEN" });
    for (const verb of verbs(other.owner)) await expect(verb()).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await listForms(other.owner)).toEqual([]);
    const marketer = await makeMember(w, "marketer");
    await expect(saveForm(marketer, { ...values, formId: id, version: 9 })).rejects.toMatchObject({
      code: "VERSION_CONFLICT",
    });
    expect(await saveForm(marketer, { ...values, formId: id, version: 1 })).toMatchObject({ version: 2 });
  });

  it("ask for what there is, once, and for some way to know who it was", async () => {
    const [w, other] = [await makeWorkspace(), await makeWorkspace("Other")];
    const wrong = [[field("comment")], [field("name"), field("name")], [field("name"), field("c_nothing")]];
    for (const fields of wrong)
      await expect(form(w, { design: design({ fields }) })).rejects.toMatchObject({ field: "design.fields" });
    await expect(form(w, { sourceId: other.sourceId })).rejects.toMatchObject({ field: "sourceId" });
    const stranger = other.owner.member?.id ?? "";
    await expect(form(w, { ownerIds: [stranger] })).rejects.toMatchObject({ field: "ownerId" });
  });
});
