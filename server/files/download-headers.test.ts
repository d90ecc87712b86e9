import { describe, expect, it } from "vitest";
import { headersOf } from "./download-headers";

const picture = { name: "a.png", mediaType: "image/png", inline: true, size: 5 };
const page = { name: "a.html", mediaType: "text/html", inline: false, size: 5 };

describe("what a file is handed out with", () => {
  it.each([
    [picture, false, "image/png", "inline"],
    [picture, true, "image/png", "attachment"],
    [page, false, "application/octet-stream", "attachment"],
    [page, true, "application/octet-stream", "attachment"],
  ])("%o, to be saved: %s", (file, save, type, disposition) => {
    const headers = headersOf(file, { save });
    expect(headers.get("content-type")).toBe(type);
    expect(headers.get("content-disposition")?.split(";")[0]).toBe(disposition);
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("content-security-policy")).toMatch(/^sandbox; default-src 'none'/);
    expect(headers.get("cache-control")).toBe("private, no-store");
  });

  it.each([
    ["plain.txt", `filename="plain.txt"; filename*=UTF-8''plain.txt`],
    ["Смета.pdf", `filename="_____.pdf"; filename*=UTF-8''%D0%A1%D0%BC%D0%B5%D1%82%D0%B0.pdf`],
    [`a"; b\\.txt`, `filename="a_; b_.txt"; filename*=UTF-8''a%22%3B%20b%5C.txt`],
    ["100% (it's).txt", `filename="100_ (it's).txt"; filename*=UTF-8''100%25%20%28it%27s%29.txt`],
  ])("%s by a name nobody misreads", (name, parameters) => {
    const disposition = headersOf({ ...picture, name }, { save: true }).get("content-disposition");
    expect(disposition).toBe(`attachment; ${parameters}`);
  });
});
