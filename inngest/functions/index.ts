import type { InngestFunction } from "inngest";

/** Every function of the app, for whichever engine runs them. */
export const functions: InngestFunction.Any[] = [];
