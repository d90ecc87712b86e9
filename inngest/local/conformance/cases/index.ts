import type { Case } from "../case";
import { events } from "./events";
import { failures } from "./failures";
import { flowControl } from "./flow-control";
import { steps } from "./steps";

/** Inngest's documented behaviour, as far as Pult relies on it. The expectations are Inngest's, not ours. */
export const cases: Case[] = [...steps, ...failures, ...events, ...flowControl];
