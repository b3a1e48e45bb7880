// What every page has: copying, parts that are replaced in place, the notice when the server is away.
import { startCharts } from "./chart.js";
import { startCopying } from "./copying.js";
import { startLive } from "./live.js";
import { startReplacing } from "./replacing.js";

startCharts();
startCopying();
startReplacing();
startLive();
