import type { InngestFunction } from "inngest";
import {
  dealDeleted,
  dealEnteredStage,
  dealRestored,
  dealUpdated,
  processRetried,
} from "./automation-listen";
import { activityAlarms, digestLetter, digestSweep, notificationFunctions } from "./notifications";
import { processRunWake } from "./process-run-wake";
import { processSweep } from "./process-sweep";
import { processTimer } from "./process-timer";

/** Every function of the app, for whichever engine runs them. */
export const functions: InngestFunction.Any[] = [
  dealEnteredStage,
  dealRestored,
  dealDeleted,
  dealUpdated,
  processRetried,
  processRunWake,
  processTimer,
  processSweep,
  ...notificationFunctions,
  activityAlarms,
  digestSweep,
  digestLetter,
];
