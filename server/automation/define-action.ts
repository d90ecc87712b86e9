import type { z } from "zod";
import type { Field } from "@/server/fields";
import type { AutomatedEntity, Context } from "@/server/platform";
import type { Json } from "./interpreter/definition";
import type { RecordView } from "./record/view";

export type Label = { en: string; ru: string };

/** What an action is told: who acts, on what, with which parameters (templates already filled in). */
export type ActionCall<Params> = {
  /** Acts as the robot. In a database action its verbs join the transaction that also settles the effect. */
  ctx: Context;
  params: Params;
  record: RecordView;
  /** `run:block:visit`, the same for every attempt: outside systems recognise a repetition by it. */
  key: string;
};

/** `summary` is a short, language-free detail for the log: an address, a title, a status. */
export type ActionAnswer = { result?: Json; summary?: string };

type Shape = z.ZodObject;

/**
 * A `database` action writes through verbs only, in one transaction with the effect's ledger: exactly once.
 * An `outside` one talks to the world, carrying the key: at least once, or as its channel promises.
 */
export type Action<S extends Shape = Shape> = {
  type: string;
  /** What it was called when robots were saved that still run. */
  formerly?: string;
  label: Label;
  hint: Label;
  /** A lucide icon's name. */
  icon: string;
  /** What it can be done to. */
  entities: readonly AutomatedEntity[];
  effect: "database" | "outside";
  /** Whether the timeline hears of it by the verb's own event, or the robot has to say it did something. */
  told: "by verb" | "by robot";
  params: S;
  /** Do the parameters fit the record's fields? The name of one that does not. */
  check?: (params: z.output<S>, fields: readonly Field[]) => (keyof z.output<S> & string) | null;
  run: (call: ActionCall<z.output<S>>) => Promise<ActionAnswer>;
};

/** An action as the registry holds it: parameters are checked by its own schema before `run` sees them. */
export type AnyAction = Omit<Action, "run" | "check"> & {
  misfit: (params: unknown, fields: readonly Field[]) => string | null;
  perform: (call: ActionCall<unknown>) => Promise<ActionAnswer>;
};

/** Declares an action: the editor's form, the check of saved robots and the run all come from it. */
export function defineAction<S extends Shape>({ run, check, ...action }: Action<S>): AnyAction {
  return {
    ...action,
    misfit: (params, fields) => check?.(action.params.parse(params), fields) ?? null,
    perform: (call) => run({ ...call, params: action.params.parse(call.params) }),
  };
}
