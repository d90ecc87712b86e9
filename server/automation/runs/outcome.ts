import { ZodError } from "zod";
import { AppError } from "@/server/platform";
import type { Outcome } from "../interpreter/state";

/** An action's refusal as an outcome; what nobody foresaw is thrown on, for the engine to try the step again. */
export function outcomeOf(error: unknown): Outcome {
  if (error instanceof AppError) {
    const { retry, ...data } = error.data;
    return { ok: false, error: { code: error.code, data }, retriable: retry === "retry" };
  }
  if (error instanceof ZodError) {
    const field = error.issues[0]?.path.join(".") ?? "";
    return { ok: false, error: { code: "ROBOT_INVALID", data: { field } }, retriable: false };
  }
  throw error;
}
