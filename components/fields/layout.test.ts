import { describe, expect, it } from "vitest";
import type { FieldInfo, FieldSection } from "@/server/fields/contract";
import {
  landing,
  rowsOf,
  sectionId,
  sectionStepped,
  withFieldIn,
  withFieldMoved,
  withoutSection,
  withSectionMoved,
  withSectionRenamed,
} from "./layout";

const sections: FieldSection[] = [
  { name: null, keys: ["a", "hidden"] },
  { name: "Money", keys: ["b", "d"] },
  { name: "Site", keys: ["c"] },
  { name: "Empty", keys: [] },
];
const fields = ["a", "hidden", "b", "c", "d"].map((key) => ({ key }) as FieldInfo);
const rows = rowsOf(sections, fields, ({ key }) => key !== "hidden");
const row = (id: string) => rows.find((one) => one.id === id) ?? null;
const said = (all: readonly FieldSection[]) =>
  all.map(({ name, keys }) => `${name ?? "-"}:${keys.join("")}`).join(" ");

describe("the arrangement of fields in the editor", () => {
  it("is heads with their fields, those without a place on a record left out", () => {
    expect(rows.map(({ id }) => id)).toEqual([
      ...[sectionId(null), "a", sectionId("Money"), "b", "d"],
      ...[sectionId("Site"), "c", sectionId("Empty")],
    ]);
  });

  it.each([
    ["a", "b", "-:hidden Money:bad Site:c Empty:"],
    ["d", sectionId("Site"), "-:ahidden Money:b Site:dc Empty:"],
    ["c", null, "-:cahidden Money:bd Site: Empty:"],
    ["b", sectionId("Empty"), "-:ahidden Money:d Site:c Empty:b"],
  ])("puts %s behind %s", (key, after, expected) => {
    expect(said(withFieldMoved(sections, key, after === null ? null : row(after)))).toBe(expected);
  });

  it("puts a field at the end of a section", () => {
    expect(said(withFieldIn(sections, "a", "Money"))).toBe("-:hidden Money:bda Site:c Empty:");
  });

  it("moves a section with its fields, never before the first", () => {
    expect(said(withSectionMoved(sections, "Site", null))).toBe("-:ahidden Site:c Money:bd Empty:");
    expect(said(withSectionMoved(sections, "Money", "Empty"))).toBe("-:ahidden Site:c Empty: Money:bd");
    expect(said(withSectionMoved(sections, "Money", "Money"))).toBe(said(sections));
  });

  it.each([
    ["Money", "up", undefined],
    ["Site", "up", null],
    ["Empty", "up", "Money"],
    ["Money", "down", "Site"],
    ["Empty", "down", undefined],
  ] as const)("%s one step %s stands behind %s", (name, step, after) => {
    expect(sectionStepped(sections, name, step)).toBe(after);
  });

  it("renames a section, and takes one away without its fields", () => {
    expect(said(withSectionRenamed(sections, "Money", "Sums"))).toBe("-:ahidden Sums:bd Site:c Empty:");
    expect(said(withoutSection(sections, "Money"))).toBe("-:ahiddenbd Site:c Empty:");
    expect(said(withoutSection(sections, "Empty"))).toBe("-:ahidden Money:bd Site:c");
  });

  it.each([
    ["a", "b", "top", "b", "top"],
    ["b", sectionId(null), "top", sectionId(null), "bottom"],
    ["b", sectionId("Site"), "top", sectionId("Site"), "top"],
    ["b", sectionId("Empty"), "top", sectionId("Empty"), "bottom"],
    [sectionId("Site"), sectionId("Money"), "top", sectionId("Money"), "top"],
    [sectionId("Site"), "b", "top", sectionId("Money"), "top"],
    [sectionId("Site"), "d", "top", "d", "bottom"],
    [sectionId("Site"), "a", "top", "a", "bottom"],
    [sectionId("Money"), sectionId("Empty"), "bottom", sectionId("Empty"), "bottom"],
  ] as const)("%s dropped on %s's %s lies at %s's %s", (id, on, edge, at, side) => {
    expect(landing(rows, id, { id: on, edge })).toEqual({ id: at, edge: side });
  });

  it("a section dropped on its own fields stays", () => {
    expect(landing(rows, sectionId("Money"), { id: "d", edge: "bottom" })).toBeNull();
  });
});
