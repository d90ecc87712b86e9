import { SaxesParser } from "saxes";
import type { Document } from "./fetch-document";
import { RateFault } from "./provider";

export type Element = {
  name: string;
  attributes: Readonly<Record<string, string>>;
  children: Element[];
  text: string;
};

/**
 * The root of a document, in the encoding that it declares, else that its sender names, else UTF-8. Nothing is guessed: a
 * byte that the encoding does not have, and a tag that is not closed, refuse the whole. @throws RateFault unreadable
 */
export function readXml(document: Document): Element {
  const outside: Element = { name: "", attributes: {}, children: [], text: "" };
  const open = [outside];
  const parser = new SaxesParser();
  parser.on("opentag", ({ name, attributes }) => {
    const element = { name, attributes, children: [], text: "" };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on("text", (text) => {
    const element = open.at(-1);
    if (element) element.text += text;
  });
  parser.on("closetag", () => void open.pop());
  parser.on("error", (error) => {
    throw error;
  });
  try {
    parser.write(textOf(document)).close();
  } catch (error) {
    throw new RateFault("unreadable", error instanceof Error ? error.message : String(error));
  }
  const [root] = outside.children;
  if (!root) throw new RateFault("unreadable", "an empty document");
  return root;
}

/** Every element of a name below another, at any depth. */
export function within(element: Element, name: string): Element[] {
  return element.children.flatMap((child) => [
    ...(child.name === name ? [child] : []),
    ...within(child, name),
  ]);
}

/** The text of the only child of a name; blank when there is none. */
export function textIn(element: Element, name: string): string {
  return element.children.find((child) => child.name === name)?.text.trim() ?? "";
}

function textOf({ bytes, contentType }: Document): string {
  const declared = /^[^>]{0,100}encoding=["']([\w-]+)["']/.exec(bytes.subarray(0, 200).toString("latin1"));
  const named = /charset=["']?([\w-]+)/i.exec(contentType);
  return new TextDecoder(declared?.[1] ?? named?.[1] ?? "utf-8", { fatal: true }).decode(bytes);
}
