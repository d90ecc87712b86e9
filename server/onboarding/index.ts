export { createWorkspace } from "./create-workspace";
export { removeSamples } from "./samples";
