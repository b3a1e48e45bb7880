// Runs that are ticked stay ticked when the table is sorted, turned to another page or brought up to date.
const chosen = new Set();

export function startSelection() {
  document.addEventListener("change", event => {
    const box = event.target;
    if (box.matches("#selection input.all")) for (const each of boxes()) mark(each, box.checked);
    else if (box.matches("#selection input[name=run]")) mark(box, box.checked);
    else return;
    show();
  });
  document.addEventListener("assay:replaced", event => {
    if (event.target.id !== "runs") return;
    settle();
    show();
  });
  document.addEventListener("submit", event => {
    // Comparing is a page of its own; all else is asked in a dialog.
    if (event.target.id === "selection" && event.submitter?.value === "compare") event.target.removeAttribute("data-dialog");
  }, true);
  settle();
  show();
}

const boxes = () => [...document.querySelectorAll("#selection input[name=run][type=checkbox]")];

function mark(box, on) {
  box.checked = on;
  if (on) chosen.add(box.value);
  else chosen.delete(box.value);
}

function show() {
  const form = document.getElementById("selection");
  if (!form) return;
  const all = boxes();
  const here = new Set(all.map(box => box.value));
  for (const box of all) {
    // A box that was ticked before the script came counts.
    if (box.checked) chosen.add(box.value);
    box.checked = chosen.has(box.value);
  }
  form.querySelectorAll("input[type=hidden][name=run]").forEach(field => field.remove());
  for (const id of chosen) {
    if (here.has(id)) continue;
    const field = document.createElement("input");
    [field.type, field.name, field.value] = ["hidden", "run", id];
    form.append(field);
  }
  const bar = document.getElementById("selected");
  bar.hidden = chosen.size === 0;
  bar.querySelector("[role=status]").textContent = bar.dataset.some.replace("{0}", chosen.size);
  bar.querySelector("[value=compare]").disabled = chosen.size < 2;
  const rename = bar.querySelector("[value=rename]");
  if (rename) rename.disabled = chosen.size !== 1;
  const every = form.querySelector("input.all");
  every.hidden = false;
  every.checked = all.every(box => box.checked);
  every.indeterminate = !every.checked && all.some(box => box.checked);
}

// The address says what is shown, so that a link shows the same to another person.
function settle() {
  const address = new URL(location.href);
  const shown = document.getElementById("runs")?.dataset.address;
  const columns = shown && new URL(shown, address).searchParams.get("cols");
  if (columns && !address.searchParams.has("cols")) address.searchParams.set("cols", columns);
  if (address.href !== location.href) history.replaceState(history.state, "", address);
}
