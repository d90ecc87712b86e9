import type { z } from "zod";
import type { Incoming } from "@/server/files";
import type { Context } from "@/server/platform";
import type { ApiScope } from "./contract";

export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

type Empty = Record<string, never>;
/** Bytes as they are, where JSON would be. */
type Bytes = "bytes";
type Values<S extends z.ZodType | Bytes | undefined> = S extends z.ZodType
  ? z.output<S>
  : S extends Bytes
    ? Incoming
    : Empty;

/** What a verb is called with: each part as its schema read it, and the version named by `If-Match`. */
export type Input<Query, Body> = {
  params: Record<string, string>;
  query: Query;
  body: Body;
  version: number | undefined;
  /** The same for every repeat of a request that has an `Idempotency-Key`. */
  once: string;
};

type Declaration<Q extends z.ZodType | undefined, B extends z.ZodType | Bytes | undefined> = {
  /** Unique; clients made from the document call it so. */
  id: string;
  method: Method;
  /** `/deals/{id}`; every `{…}` is an id. */
  path: string;
  /** The heading it stands under in the docs. */
  group: string;
  summary: { en: string; ru: string };
  scope: ApiScope | null;
  query?: Q;
  body?: B;
  /** Null: answers 204 without a body. Bytes: the verb makes the `Response` itself. */
  output: z.ZodType | Bytes | null;
  /** 201 for what makes something. */
  status?: 200 | 201;
  /** Reads `If-Match` and answers 412 when the version is another. */
  versioned?: boolean;
  /** Reaches beyond the database, so that it must not stand in a transaction of the answer's: letters, storage. */
  outward?: boolean;
  verb(ctx: Context, input: Input<Values<Q>, Values<B>>): Promise<unknown>;
};

/** An operation as the router, the document and the tests see it. */
export type ApiOperation = Omit<Declaration<z.ZodType, z.ZodType | Bytes>, "verb"> & {
  verb(ctx: Context, input: Input<unknown, unknown>): Promise<unknown>;
};

/** Declares an operation of the REST API: the router, the document, the docs and the tests are made from it. */
export function defineOperation<
  Q extends z.ZodType | undefined = undefined,
  B extends z.ZodType | Bytes | undefined = undefined,
>(declaration: Declaration<Q, B>): ApiOperation {
  // What the verb is given was read by these very schemas.
  return declaration as unknown as ApiOperation;
}
