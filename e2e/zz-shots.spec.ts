import { test } from "@playwright/test";
import { stageOf, tell } from "./support/api";
import { foundWorkspace } from "./support/workspace";
const png = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==","base64");
const pdf = Buffer.from(`%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>endobj
4 0 obj<</Length 44>>stream
BT /F1 24 Tf 50 100 Td (Hello PDF) Tj ET
endstream endobj
5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj
trailer<</Root 1 0 R>>
%%EOF`);
for (const lang of ["en", "ru"] as const) test("shots " + lang, async ({ page }) => {
  test.setTimeout(120_000);
  const { slug } = await foundWorkspace(page, { language: lang });
  const { id: stageId } = await stageOf(page, slug, lang === "en" ? "New enquiry" : "Новое обращение");
  const { id } = await tell<{ id: string }>(page, slug, "deals.create", { title: "Windows", stageId });
  const tab = page.getByRole("tab", { name: lang === "en" ? "Files" : "Файлы" });
  await page.goto(`/${slug}/deals/${id}`);
  await page.setViewportSize({ width: 1440, height: 900 });
  await tab.click();
  await page.waitForTimeout(800);
  await page.screenshot({ path: `/tmp/fshots/${lang}-empty.png` });
  const send = (q: string, name: string, data: Buffer) => page.request.post(`/api/files?${q}`, { headers: { "x-organization": slug, "x-file-name": encodeURIComponent(name) }, data });
  const names = lang === "en" ? ["Quote for windows.xlsx", "Contract 2026-11 final, signed by both sides and by the notary of the district.pdf", "photo.png", "archive.zip"] : ["Смета на окна.xlsx", "Договор № 15 от 3 марта, подписан обеими сторонами и заверен у нотариуса.pdf", "фото фасада.png", "архив.zip"];
  const sizes = [Buffer.alloc(1_500_000), pdf, png, Buffer.alloc(900)];
  const ids: string[] = [];
  await tell(page, slug, "fields.create", { entity: "deal", type: "file", label: lang === "en" ? "Papers" : "Документы" });

  for (const [i, name] of names.entries()) ids.push((await (await send(`record=${id}`, name, sizes[i] as Buffer)).json()).json.id);
  for (let i = 0; i < 2; i++) await send(`file=${ids[1]}`, "x", pdf);
  for (const scheme of ["light", "dark"] as const) for (const width of [1440, 390]) {
    await page.emulateMedia({ colorScheme: scheme });
    await page.setViewportSize({ width, height: 900 });
    await page.reload();
    await tab.click();
    await page.waitForTimeout(1200);
    await page.screenshot({ path: `/tmp/fshots/${lang}-${scheme}-${width}.png` });
    if (scheme === "light") {
      await page.getByRole("button", { name: /^(Versions of|Версии файла)/ }).click();
      await page.waitForTimeout(500);
      await page.screenshot({ path: `/tmp/fshots/${lang}-versions-${width}.png` });
      await page.keyboard.press("Escape");
      if (lang === "en") {
      await page.getByRole("button", { name: names[1], exact: true }).click();
      await page.waitForTimeout(2500);
      await page.screenshot({ path: `/tmp/fshots/${lang}-pdf-${width}.png` });
      await page.keyboard.press("Escape");
      }
    }
  }
  await tell(page, slug, "records.update", { entity: "deal", id, changes: { [lang === "en" ? "c_papers" : "c_dokumenty"]: [{ id: ids[0], name: "x" }, { id: ids[1], name: "x" }] } });
  // an upload under way and one refused
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.reload(); await tab.click();
  await page.route("**/api/files?record=*", async (route) => route.fulfill({ status: 413, contentType: "application/json", body: JSON.stringify({ error: { message: "FILE_TOO_LARGE", data: { refusal: { code: "FILE_TOO_LARGE", data: { megabytes: 50 }, fields: {} } } } }) }));
  const ch = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: lang === "en" ? "Add files" : "Добавить файлы" }).click();
  await (await ch).setFiles([{ name: "video.mp4", mimeType: "x/y", buffer: Buffer.alloc(2_000_000) }]);
  await page.waitForTimeout(800);
  await page.unroute("**/api/files?record=*");
  await page.route("**/api/files?record=*", () => {});
  const ch2 = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: lang === "en" ? "Add files" : "Добавить файлы" }).click();
  await (await ch2).setFiles([{ name: "next.mp4", mimeType: "x/y", buffer: Buffer.alloc(2_000_000) }]);
  await page.waitForTimeout(600);
  await page.screenshot({ path: `/tmp/fshots/${lang}-uploads.png` });
  await page.getByRole("button", { name: lang === "en" ? `What to do with “${names[0]}”` : `Действия с файлом «${names[0]}»` }).click();
  await page.getByRole("menuitem", { name: lang === "en" ? "Rename" : "Переименовать" }).click();
  await page.waitForTimeout(500);
  await page.screenshot({ path: `/tmp/fshots/${lang}-rename.png` });
});
