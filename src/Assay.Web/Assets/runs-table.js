// What a table of runs has beside what every page has: a search box that completes, dialogs, a selection.
import { startCompletion } from "./completion.js";
import { startDialogs } from "./dialog.js";
import { startSelection } from "./selection.js";

startDialogs();
startCompletion();
startSelection();
