export { addWatchers, listWatchers, unwatchRecord, watcherIds, watchRecord } from "./watchers";
