import { localEngine, realEngine } from "./engines";
import { playCases } from "./suite";

if (process.env.INNGEST_BASE_URL) playCases("a real Inngest server", { start: realEngine, realTime: true });
else playCases("the local executor", { start: localEngine, realTime: false });
