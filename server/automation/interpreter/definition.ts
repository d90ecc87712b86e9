import { z } from "zod";
import { type Filter, filterSchema } from "@/server/filter/tree";

/** Where a value comes from: written down, or read from the run and its record by path, as `record.closesAt`. */
export type Operand = { value: Json } | { read: string };
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/** `retry` tries again with growing pauses while the failure may pass, then does what `afterRetries` says. */
export type OnError = "fail" | "continue" | "retry";

type Common = {
  /** Given once, when the block is made; never derived from its place. */
  id: string;
  /** What the block was compiled from: a robot's id. */
  origin?: string | undefined;
};

export type Branch = { id: string; when: Filter; do: Block };

export type SequenceBlock = Common & { type: "sequence"; blocks: Block[] };
export type IfBlock = Common & { type: "if"; branches: Branch[]; else?: Block | undefined };
export type ParallelBlock = Common & { type: "parallel"; branches: Block[] };
/** After some minutes, or at a date moved by some minutes (negative: before). An empty date waits. */
export type DelayBlock = Common & {
  type: "delay";
  until: { after: number } | { date: Operand; offsetMinutes: number };
};
export type ActionBlock = Common & {
  type: "action";
  action: string;
  params: Record<string, Json>;
  onError: OnError;
  afterRetries?: "fail" | "continue" | undefined;
};
export type SetVariableBlock = Common & { type: "setVariable"; variable: string; to: Operand };
export type TerminateBlock = Common & { type: "terminate"; reason?: string | undefined };

export type Block =
  | SequenceBlock
  | IfBlock
  | ParallelBlock
  | DelayBlock
  | ActionBlock
  | SetVariableBlock
  | TerminateBlock;

export type Definition = {
  params: Record<string, Declaration>;
  variables: Record<string, Declaration>;
  constants: Record<string, Declaration>;
  body: Block;
};

const json: z.ZodType<Json> = z.json();
const id = z.string().min(1).max(100);
const common = { id, origin: z.string().max(100).optional() };
const tenYears = 10 * 366 * 24 * 60;
const operand: z.ZodType<Operand> = z.union([
  z.strictObject({ value: json }),
  z.strictObject({ read: z.string().min(1).max(200) }),
]);

const declaration = z.strictObject({
  type: z.enum([
    "text",
    "int",
    "decimal",
    "money",
    "bool",
    "date",
    "datetime",
    "duration",
    "enum",
    "user",
    "record",
  ]),
  required: z.boolean().optional(),
  multiple: z.boolean().optional(),
  default: json.optional(),
  label: z.string().max(200).optional(),
});
export type Declaration = z.output<typeof declaration>;

const block: z.ZodType<Block> = z.lazy(() =>
  z.discriminatedUnion("type", [
    z.strictObject({ ...common, type: z.literal("sequence"), blocks: z.array(block).max(200) }),
    z.strictObject({
      ...common,
      type: z.literal("if"),
      branches: z.array(z.strictObject({ id, when: filterSchema, do: block })).max(50),
      else: block.optional(),
    }),
    z.strictObject({ ...common, type: z.literal("parallel"), branches: z.array(block).max(200) }),
    z.strictObject({
      ...common,
      type: z.literal("delay"),
      until: z.union([
        z.strictObject({ after: z.number().int().min(0).max(tenYears) }),
        z.strictObject({ date: operand, offsetMinutes: z.number().int().min(-tenYears).max(tenYears) }),
      ]),
    }),
    z.strictObject({
      ...common,
      type: z.literal("action"),
      action: z.string().min(1).max(100),
      params: z.record(z.string(), json),
      onError: z.enum(["fail", "continue", "retry"]),
      afterRetries: z.enum(["fail", "continue"]).optional(),
    }),
    z.strictObject({ ...common, type: z.literal("setVariable"), variable: id, to: operand }),
    z.strictObject({ ...common, type: z.literal("terminate"), reason: z.string().max(500).optional() }),
  ]),
);

/** A process as it is stored: strict, with every block's id unique. */
export const definitionSchema: z.ZodType<Definition> = z
  .strictObject({
    params: z.record(z.string(), declaration),
    variables: z.record(z.string(), declaration),
    constants: z.record(z.string(), declaration),
    body: block,
  })
  .superRefine((definition, context) => {
    const seen = new Set<string>();
    for (const { id } of blocksOf(definition.body)) {
      if (seen.has(id))
        context.addIssue({ code: "custom", path: ["body"], message: `Duplicate block: ${id}` });
      seen.add(id);
    }
  });

/** The block and everything inside it. */
export function blocksOf(root: Block): Block[] {
  return [root, ...childrenOf(root).flatMap(blocksOf)];
}

function childrenOf(parent: Block): Block[] {
  if (parent.type === "sequence") return parent.blocks;
  if (parent.type === "parallel") return parent.branches;
  if (parent.type === "if")
    return [...parent.branches.map((branch) => branch.do), ...(parent.else ? [parent.else] : [])];
  return [];
}
