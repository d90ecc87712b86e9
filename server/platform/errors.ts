import type { ZodError } from "zod";

/** Every refusal a person may meet; the texts live under the same keys in `messages/<language>/errors.json`. */
export const errorCodes = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  WORKSPACE_GONE: 404,
  INVALID: 400,
  TOO_LARGE: 413,
  TOO_MANY: 429,
  VERSION_CONFLICT: 409,
  STAGE_GONE: 409,
  PIPELINE_GONE: 409,
  STAGE_NOT_EMPTY: 409,
  LAST_STAGE: 409,
  PIPELINE_NOT_EMPTY: 409,
  LAST_PIPELINE: 409,
  LOSS_REASON_REQUIRED: 400,
  REQUIRED_FIELDS: 400,
  FIELD_REQUIRED: 400,
  LEAD_NOT_CONVERTED: 409,
  LEAD_CONVERTED: 409,
  SLUG_TAKEN: 409,
  EMAIL_NOT_VERIFIED: 403,
  INVITATION_EXPIRED: 410,
  INVITATION_USED: 410,
  INVITATION_OTHER_EMAIL: 403,
  ALREADY_MEMBER: 409,
  LAST_OWNER: 409,
  MEMBER_NOT_FOUND: 404,
  ROBOT_INVALID: 400,
  PROCESS_LIMIT: 409,
  STAGE_LEFT: 409,
  HTTP_ADDRESS_REFUSED: 400,
  HTTP_FAILED: 502,
  DEAL_MISSING: 400,
  EMAIL_ADDRESS_MISSING: 400,
  EMAIL_FAILED: 502,
  TEMPLATE_INVALID: 400,
  FILTER_INVALID: 400,
  FORMULA_INVALID: 400,
  FIELD_SLOTS_FULL: 409,
  TOO_MANY_FIELDS: 409,
  TOO_MANY_LISTS: 409,
  FILE_UNREADABLE: 400,
  IMPORT_NOT_NOW: 409,
  IMPORT_MAPPING: 400,
  TOO_MANY_VIEWS: 409,
  BULK_TOO_LARGE: 400,
  FILE_TOO_LARGE: 413,
  FILE_QUOTA: 413,
  FILE_CUT_OFF: 400,
  FILE_STORE_FAILED: 503,
  API_KEY_INVALID: 401,
  SCOPE_MISSING: 403,
  METHOD_NOT_ALLOWED: 405,
  MALFORMED_JSON: 400,
  NOT_JSON: 415,
  PRECONDITION_FAILED: 412,
  IDEMPOTENCY_REUSED: 422,
  IDEMPOTENCY_IN_FLIGHT: 409,
  TOO_MANY_KEYS: 409,
  TOO_MANY_ENDPOINTS: 409,
  CURRENCY_UNKNOWN: 409,
  SKU_TAKEN: 409,
  CATEGORY_LOOP: 400,
  AMOUNT_FROM_LINES: 409,
  AMOUNT_TOO_LARGE: 400,
  INVOICE_LOCKED: 409,
  INVOICE_EMPTY: 409,
  INVOICE_NOT_SENT: 409,
  INVOICE_NOT_PAYABLE: 409,
  INVOICE_HAS_PAYMENTS: 409,
  INVOICE_REPLACED: 409,
  INVOICE_NUMBER_GIVEN: 400,
  PAYMENT_TOO_LARGE: 400,
  TAG_TAKEN: 409,
  MEMBER_CANNOT_SEE: 400,
} as const;

export type ErrorCode = keyof typeof errorCodes;

/** An expected refusal. `field` names the input at fault; `data` fills the message's placeholders. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly data: Record<string, string | number>;
  readonly field: string | undefined;

  constructor(code: ErrorCode, data: Record<string, string | number> = {}, options: { field?: string } = {}) {
    super(code);
    this.name = "AppError";
    this.code = code;
    this.data = data;
    this.field = options.field;
  }

  get status(): number {
    return errorCodes[this.code];
  }
}

/** The refusal of input that a schema built from field definitions did not take: it names the first field at fault. */
export function invalidInput({ issues: [issue] }: ZodError): AppError {
  const key = String(issue?.code === "unrecognized_keys" ? issue.keys[0] : issue?.path[0]);
  return new AppError("INVALID", { name: key }, { field: key });
}

/** Throws when something that cannot be, is: a defect of ours, never a person's mistake. */
export function invariant(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Error(`Invariant: ${message}`);
}

/** What a refused call tells the browser: a code with its data, and the code of each field at fault. */
export type Refusal = { code: string; data: Record<string, string | number>; fields: Record<string, string> };
