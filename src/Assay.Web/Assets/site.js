// What every page has: copying, parts that are replaced in place, the notice when the server is away.
import { startCopying } from "./copying.js";
import { startLive } from "./live.js";
import { startReplacing } from "./replacing.js";
import { startRows } from "./rows.js";

startCopying();
startReplacing();
startRows();
startLive();
