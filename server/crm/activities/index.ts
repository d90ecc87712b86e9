export { completeActivity, createActivity, listActivities, reopenActivity } from "./activities";
export { countOpenActivities, handOverActivities } from "./hand-over-activities";
