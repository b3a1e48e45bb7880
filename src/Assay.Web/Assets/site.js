// What every page has: charts, copying, menus, rows that open in place, forms that keep what was typed, parts that are replaced in place, the
// notice when the server is away.
import { startCharts } from "./chart.js";
import { startCopying } from "./copying.js";
import { forgetDone } from "./done.js";
import { startLive } from "./live.js";
import { startMenus } from "./menus.js";
import { followMlflowLink } from "./mlflow-links.js";
import { startReplacing } from "./replacing.js";
import { startRows } from "./rows.js";
import { startSearch } from "./search.js";
import { startSending } from "./sending.js";

followMlflowLink();
forgetDone();
startCharts();
startCopying();
startMenus();
startReplacing();
startRows();
startSearch();
startSending();
startLive();
