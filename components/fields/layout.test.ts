import { describe, expect, it } from "vitest";
import type { FieldInfo } from "@/server/fields/contract";
import {
  layoutOf,
  placesOf,
  sectionId,
  withFieldMoved,
  withSectionMoved,
  withSectionRenamed,
} from "./layout";

const field = (id: string, section: string | null) => ({ customId: id, section }) as FieldInfo;
const built = { customId: null, section: null } as FieldInfo;
const rows = layoutOf([
  built,
  field("a", null),
  field("b", "Money"),
  field("c", "Site"),
  field("d", "Money"),
]);
const said = (list: typeof rows) =>
  placesOf(list).map(({ fieldId, section }) => `${fieldId}:${section ?? "-"}`);

describe("the layout of custom fields", () => {
  it("gathers sections, with an empty one at the end", () => {
    expect(said(rows)).toEqual(["a:-", "b:Money", "d:Money", "c:Site"]);
    expect(layoutOf([field("a", null)], ["New"]).map((row) => row.id)).toEqual(["a", sectionId("New")]);
  });

  it("moves a field into the section it is dropped in", () => {
    expect(said(withFieldMoved(rows, "a", "b"))).toEqual(["b:Money", "a:Money", "d:Money", "c:Site"]);
    expect(said(withFieldMoved(rows, "d", sectionId("Site")))).toEqual([
      "a:-",
      "b:Money",
      "d:Site",
      "c:Site",
    ]);
    expect(said(withFieldMoved(rows, "c", null))).toEqual(["c:-", "a:-", "b:Money", "d:Money"]);
  });

  it("moves a section with its fields", () => {
    expect(said(withSectionMoved(rows, "Site", "up"))).toEqual(["a:-", "c:Site", "b:Money", "d:Money"]);
    expect(said(withSectionMoved(rows, "Site", "down"))).toEqual(said(rows));
  });

  it("renames a section for all its fields", () => {
    expect(said(withSectionRenamed(rows, "Money", "Sums"))).toEqual(["a:-", "b:Sums", "d:Sums", "c:Site"]);
  });
});
