import { readFile } from "node:fs/promises";
import { expect, type Page } from "@playwright/test";
import { stageOf, tell } from "./support/api";
import { axe } from "./support/axe";
import { test } from "./support/test";
import { some, wordsOf } from "./support/words";
import { colleague, foundWorkspace } from "./support/workspace";

const png = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

async function dealPage(page: Page, slug: string): Promise<string> {
  const { id: stageId } = await stageOf(page, slug, wordsOf(page).declared("New enquiry"));
  const { id } = await tell<{ id: string }>(page, slug, "deals.create", { title: "Windows", stageId });
  await page.goto(`/${slug}/deals/${id}`);
  return id;
}

test("a file is added, replaced, saved as it was, removed and brought back", { tag: "@en" }, async ({
  page,
  browser,
  say,
}) => {
  const { slug } = await foundWorkspace(page);
  const dealId = await dealPage(page, slug);
  await page.getByRole("tab", { name: say("files.label") }).click();
  await expect(page.getByText(say("files.empty"))).toBeVisible();

  const first = Buffer.from("first\u0000bytes".repeat(50_000));
  const second = Buffer.from("second");
  const choose = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: say("files.add") }).click();
  const estimate = { name: "Смета & estimate.bin", mimeType: "text/html", buffer: first };
  await (await choose).setFiles([estimate, { name: "photo.png", mimeType: "image/png", buffer: png }]);
  const files = page.getByRole("list", { name: say("files.label") });
  await expect(files.getByRole("listitem")).toHaveCount(2);
  const row = files.getByRole("listitem").filter({ hasText: estimate.name });
  await expect(row).toContainText(/537/);

  await page.route("**/api/files?record=*", (route) => route.abort());
  const dropped = await page.evaluateHandle(() => {
    const data = new DataTransfer();
    data.items.add(new File(["dropped"], "dropped.txt"));
    return data;
  });
  await page
    .getByRole("region", { name: say("files.label") })
    .dispatchEvent("drop", { dataTransfer: dropped });
  await expect(page.getByRole("alert").filter({ hasText: say("errors.OFFLINE") })).toBeVisible();
  await page.unroute("**/api/files?record=*");
  await page.getByRole("button", { name: say("files.retry", { name: "dropped.txt" }) }).click();
  await expect(files.getByRole("link", { name: "dropped.txt" })).toBeVisible();

  const again = page.waitForEvent("filechooser");
  await row.getByRole("button", { name: say.like("files.menu", { name: some }) }).click();
  await page.getByRole("menuitem", { name: say("files.newVersion") }).click();
  await (await again).setFiles({ name: "other name.bin", mimeType: "text/plain", buffer: second });
  await row.getByRole("button", { name: say.like("files.versionsOf", { name: some }) }).click();
  expect(
    await saved(page, () =>
      page.getByRole("link", { name: say("files.downloadVersion", { number: 1 }) }).click(),
    ),
  ).toEqual(first);
  await page.keyboard.press("Escape");
  expect(await saved(page, () => row.getByRole("link").click())).toEqual(second);

  await files.getByRole("button", { name: "photo.png", exact: true }).click();
  const preview = page.getByRole("dialog", { name: "photo.png" });
  await expect(preview.getByRole("img")).toBeVisible();
  await expect
    .poll(() => preview.getByRole("img").evaluate((img: HTMLImageElement) => img.naturalWidth))
    .toBe(1);
  const { violations } = await axe(page).include("[role=dialog]").analyze();
  expect(violations.filter(({ impact }) => impact === "serious" || impact === "critical")).toEqual([]);
  await page.keyboard.press("Escape");

  await row.getByRole("button", { name: say.like("files.menu", { name: some }) }).click();
  await page.getByRole("menuitem", { name: say("files.remove") }).click();
  await expect(row).toBeHidden();
  await page.getByRole("button", { name: say("ui.undo") }).click();
  await expect(row).toBeVisible();
  await page.getByRole("tab", { name: say("record.tabs.timeline") }).click();
  await expect(
    page.getByText(say("files.timeline.versionAdded", { number: 2, name: estimate.name })),
  ).toBeVisible();

  const stranger = await browser.newPage();
  const list = await page.request.get(
    `/api/trpc/files.list?input=${encodeURIComponent(JSON.stringify({ json: { recordId: dealId } }))}`,
    { headers: { "x-organization": slug } },
  );
  const listed = (await list.json()).result.data.json as { id: string; name: string }[];
  const photo = listed.find(({ name }) => name === "photo.png");
  const address = `${new URL(page.url()).origin}/api/files/${photo?.id}/1?workspace=${slug}`;
  expect((await stranger.request.get(address)).status()).toBe(401);
  const shown = await page.request.get(address);
  expect(shown.headers()).toMatchObject({
    "content-disposition": expect.stringMatching(/^inline;/),
    "content-security-policy": expect.stringContaining("sandbox; default-src 'none'"),
    "cache-control": "private, no-store",
  });
  const observer = await colleague(browser, page, slug, { role: "observer" });
  await observer.page.goto(page.url());
  await observer.page.getByRole("tab", { name: say("files.label") }).click();
  await expect(observer.page.getByText("photo.png")).toBeVisible();
  await expect(observer.page.getByRole("button", { name: say("files.add") })).toBeHidden();
});

test("SVG and pages are saved, never shown; a field holds files", { tag: "@ru" }, async ({ page, say }) => {
  const { slug } = await foundWorkspace(page);
  const dealId = await dealPage(page, slug);
  await page.getByRole("tab", { name: say("files.label") }).click();
  const send = (name: string, data: string, headers: Record<string, string> = {}) =>
    page.request.post(`/api/files?record=${dealId}`, {
      headers: { "x-organization": slug, "x-file-name": encodeURIComponent(name), ...headers },
      data: Buffer.from(data),
    });
  for (const [name, text] of [
    ["logo.svg", "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"],
    ["page.html", "<html><script>alert(1)</script></html>"],
  ] as const) {
    const answer = await send(name, text, { "content-type": "image/png" });
    const { id } = (await answer.json()).json as { id: string };
    const { status, headers } = await page.request
      .get(`/api/files/${id}/newest?workspace=${slug}`)
      .then((got) => ({ status: got.status(), headers: got.headers() }));
    expect(status).toBe(200);
    expect(headers["content-type"]).toBe("application/octet-stream");
    expect(headers["content-disposition"]).toMatch(/^attachment;/);
    expect(headers["x-content-type-options"]).toMatch(/^nosniff/);
  }
  expect((await send("large.bin", "x".repeat(12_000_000))).status()).toBe(200);
  expect((await send("too-large.bin", "x".repeat(51 * 1024 * 1024))).status()).toBe(413);
  expect((await send("", "x")).status()).toBe(400);
  expect((await send("a", "x", { origin: "http://evil.example" })).status()).toBe(403);
  expect((await send("a", "x", { "x-organization": "somebody" })).status()).toBe(404);
  expect((await page.request.get(`/api/files/${dealId}/newest?workspace=${slug}`)).status()).toBe(404);
  expect((await page.request.get(`/api/files/no-id/0?workspace=${slug}`)).status()).toBe(400);
  await page.reload();
  await page.getByRole("tab", { name: say("files.label") }).click();
  const files = page.getByRole("list", { name: say("files.label") });
  await expect(files.getByRole("link", { name: "logo.svg" })).toHaveAttribute("href", /&save$/);

  await tell(page, slug, "fields.create", { entity: "deal", type: "file", label: "Договоры" });
  await page.reload();
  const chosen = page.waitForEvent("filechooser");
  await page.getByText(say("files.attach")).click();
  await (await chosen).setFiles([
    { name: "первый.txt", mimeType: "text/plain", buffer: Buffer.from("1") },
    { name: "второй.txt", mimeType: "text/plain", buffer: Buffer.from("2") },
  ]);
  await expect(page.getByText(say("record.saved", { field: "Договоры" }))).toBeVisible();
  await page.reload();
  for (const name of ["первый.txt", "второй.txt"])
    await expect(page.getByRole("link", { name })).toHaveAttribute("href", /newest/);
});

async function saved(page: Page, click: () => Promise<void>): Promise<Buffer> {
  const download = page.waitForEvent("download");
  await click();
  return readFile(await (await download).path());
}
