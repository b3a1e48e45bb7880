// Rows of an evaluation: a row's link opens it below its line, and closes it again; without script it leads to the row's own page.
import * as notice from "./notice.js";

let jump = false;

export function startRows() {
  reveal(document);
  document.addEventListener("click", event => {
    const link = event.target.closest("a[href]");
    if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    jump = (link.href.baseVal ?? link.href).endsWith("#rows");
    if ("opens" in link.dataset) {
      event.preventDefault();
      toggle(link);
    }
  });
  document.addEventListener("assay:replaced", event => {
    reveal(event.target);
    if (event.target.id === "rows" && jump) event.target.scrollIntoView();
  });
}

function reveal(root) {
  for (const link of root.querySelectorAll("a[data-opens]:not([aria-expanded])")) link.setAttribute("aria-expanded", "false");
}

async function toggle(link) {
  const line = link.closest("tr");
  const below = line.nextElementSibling;
  if (below?.classList.contains("opened")) {
    below.remove();
    link.setAttribute("aria-expanded", "false");
    return;
  }
  if (link.dataset.busy) return;
  link.dataset.busy = "yes";
  try {
    const response = await fetch(link.href);
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    const detail = page.getElementById("row-detail");
    if (!detail) return location.assign(link.href);
    detail.removeAttribute("id");
    const opened = document.createElement("tr");
    opened.className = "opened";
    opened.setAttribute("role", "row");
    const cell = opened.appendChild(document.createElement("td"));
    cell.setAttribute("role", "cell");
    cell.colSpan = line.cells.length;
    cell.append(detail);
    line.after(opened);
    link.setAttribute("aria-expanded", "true");
    opened.dispatchEvent(new CustomEvent("assay:replaced", { bubbles: true }));
  } catch {
    notice.show(document.body.dataset.away);
  } finally {
    delete link.dataset.busy;
  }
}
