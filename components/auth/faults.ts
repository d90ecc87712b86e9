import type { Messages } from "@/messages";
import type { AuthFault } from "./auth-client";

/** What a refusal is called in `auth.fault`. */
export type Word = keyof Messages["auth"]["fault"];

/** What each of better-auth's codes is called in `auth.fault`, and the field it is about, if any. */
const faults: Record<string, { word: Word; field?: string }> = {
  INVALID_EMAIL_OR_PASSWORD: { word: "wrongPassword", field: "password" },
  INVALID_PASSWORD: { word: "wrongPassword", field: "password" },
  USER_ALREADY_EXISTS: { word: "emailTaken", field: "email" },
  USER_ALREADY_EXISTS_USE_ANOTHER_EMAIL: { word: "emailTaken", field: "email" },
  INVALID_EMAIL: { word: "badEmail", field: "email" },
  VALIDATION_ERROR: { word: "badEmail", field: "email" },
  PASSWORD_TOO_SHORT: { word: "passwordShort", field: "password" },
  PASSWORD_TOO_LONG: { word: "passwordLong", field: "password" },
  FAILED_TO_CREATE_USER: { word: "badName", field: "name" },
  INVALID_NAME: { word: "badName", field: "name" },
  INVALID_TEXT: { word: "badName" },
  INVALID_CODE: { word: "wrongCode", field: "code" },
  INVALID_BACKUP_CODE: { word: "wrongBackupCode", field: "code" },
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: { word: "locked", field: "code" },
  ACCOUNT_TEMPORARILY_LOCKED: { word: "locked", field: "code" },
  INVALID_TWO_FACTOR_COOKIE: { word: "codeStepExpired" },
  INVALID_TOKEN: { word: "badLink" },
  TOKEN_EXPIRED: { word: "badLink" },
  USER_NOT_FOUND: { word: "badLink" },
  EMAIL_ALREADY_VERIFIED: { word: "alreadyVerified" },
  SESSION_NOT_FRESH: { word: "signInAgain" },
  SESSION_EXPIRED: { word: "signInAgain" },
  UNAUTHORIZED: { word: "signInAgain" },
  RATE_LIMITED: { word: "rateLimited" },
  OFFLINE: { word: "offline" },
};

/** The word and the field for a code; an unknown code is somebody's defect, and says so plainly. */
export function faultOf(code: string): { word: Word; field?: string } {
  return faults[code] ?? { word: "unknown" };
}

/** What fills the places in a fault's words; 0 minutes when nobody said how long to wait. */
export function faultData(fault: AuthFault): { minutes: number } {
  return { minutes: fault.minutes ?? 0 };
}
