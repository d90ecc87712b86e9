export { changeActivity } from "./change-activity";
export { createActivity } from "./create-activity";
export { deleteActivity, restoreActivity } from "./delete-activity";
export { countOpenActivities, handOverActivities } from "./hand-over-activities";
export { agenda, listActivities } from "./list-activities";
export { completeActivity, reopenActivity } from "./mark-activity";
export { type DueAlarm, dueAlarms, ringAlarms } from "./ring-alarms";
