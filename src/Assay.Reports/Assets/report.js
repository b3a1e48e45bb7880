// Sorts, filters and opens the rows. Without it the page reads all the same: every row open, in the order of the data.
const root = document.documentElement;
const byId = (id) => document.getElementById(id);

// Light or dark: the reader's choice over the system's, for as long as the page is open.
const theme = byId("theme");
theme.hidden = false;
theme.addEventListener("click", () => {
  const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  root.dataset.theme = dark ? "light" : "dark";
});

const table = byId("table");
const head = table.tHead.rows[0];
const rows = [...table.tBodies].map((body, place) => ({
  body,
  place,
  line: body.rows[0],
  details: body.rows[1],
  text: null,
}));

// Opening
const setOpen = (row, open) => {
  row.details.hidden = !open;
  row.button.setAttribute("aria-expanded", String(open));
};
for (const row of rows) {
  const cell = row.line.cells[0];
  const button = document.createElement("button");
  button.type = "button";
  button.setAttribute("aria-controls", row.details.id);
  button.append(...cell.childNodes);
  button.setAttribute("aria-label", `${table.dataset.details} ${button.textContent}`);
  button.addEventListener("click", () => setOpen(row, row.details.hidden));
  cell.append(button);
  row.button = button;
  setOpen(row, false);
}
const all = byId("open");
all.addEventListener("click", () => {
  const open = all.textContent === all.dataset.open;
  for (const row of rows) {
    if (!row.body.hidden) setOpen(row, open);
  }
  all.textContent = open ? all.dataset.close : all.dataset.open;
});

// Sorting: up, down, as it was. What has no value comes last either way.
const valueOf = (row, column) => {
  const cell = row.line.cells[column];
  if (cell.dataset.v !== undefined) return Number(cell.dataset.v);
  return cell.classList.contains("q") ? null : cell.textContent;
};
const compare = (a, b) => (typeof a === "number" && typeof b === "number" ? a - b : String(a).localeCompare(String(b), root.lang));
const sortBy = (column, direction) => {
  const keyed = rows.map((row) => ({ row, key: direction === 0 ? row.place : valueOf(row, column) }));
  keyed.sort((a, b) => {
    if (a.key === null || b.key === null) return (a.key === null) - (b.key === null) || a.row.place - b.row.place;
    return compare(a.key, b.key) * (direction || 1) || a.row.place - b.row.place;
  });
  const sorted = document.createDocumentFragment();
  for (const { row } of keyed) sorted.append(row.body);
  table.append(sorted);
};
const arrows = { none: "", ascending: " ↑", descending: " ↓" };
const next = { none: "ascending", ascending: "descending", descending: "none" };
[...head.cells].forEach((cell, column) => {
  const button = document.createElement("button");
  const arrow = document.createElement("span");
  arrow.setAttribute("aria-hidden", "true");
  button.type = "button";
  button.append(...cell.childNodes, arrow);
  cell.append(button);
  cell.setAttribute("aria-sort", "none");
  button.addEventListener("click", () => {
    const order = next[cell.getAttribute("aria-sort")];
    for (const other of head.cells) {
      other.setAttribute("aria-sort", "none");
      other.querySelector("button > span:last-child").textContent = "";
    }
    cell.setAttribute("aria-sort", order);
    arrow.textContent = arrows[order];
    sortBy(column, { none: 0, ascending: 1, descending: -1 }[order]);
  });
});

// Filtering
const filter = byId("filter");
const [query, status, by, low, high, none, shown] = ["q", "status", "by", "low", "high", "none", "shown"].map(byId);
filter.hidden = false;
const columnOf = (scorer) => [...head.cells].findIndex((cell) => cell.dataset.scorer === scorer);
const count = new Intl.NumberFormat(root.lang);
const scoreFits = (row, column) => {
  const value = valueOf(row, column);
  if (none.checked) return value === null;
  if (low.value === "" && high.value === "") return true;
  return value !== null && (low.value === "" || value >= Number(low.value)) && (high.value === "" || value <= Number(high.value));
};
const textFits = (row, words) => {
  row.text ??= [...row.body.querySelectorAll(".t, dd, .facts code")].map((part) => part.textContent).join("\n").toLowerCase();
  return row.text.includes(words);
};
const apply = () => {
  const words = query.value.trim().toLowerCase();
  const column = by ? columnOf(by.value) : -1;
  let matching = 0;
  for (const row of rows) {
    const fits = (!status || status.value === "" || status.value === row.body.dataset.s)
      && (column < 0 || scoreFits(row, column))
      && (words === "" || textFits(row, words));
    row.body.hidden = !fits;
    matching += fits ? 1 : 0;
  }
  shown.textContent = shown.dataset.text.replace("{0}", count.format(matching)).replace("{1}", count.format(rows.length));
};
let waiting = 0;
filter.addEventListener("input", () => {
  clearTimeout(waiting);
  waiting = setTimeout(apply, 120);
});
filter.addEventListener("submit", (event) => event.preventDefault());
filter.addEventListener("reset", () => setTimeout(apply));
apply();

// From a reason why scores are missing to the rows that miss them.
for (const link of document.querySelectorAll("a.missing")) {
  link.addEventListener("click", () => {
    filter.reset();
    by.value = link.dataset.scorer;
    none.checked = true;
    setTimeout(apply);
  });
}
