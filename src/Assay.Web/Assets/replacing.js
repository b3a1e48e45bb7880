// Replaces a part of the page by the same part of another address. A link or a form says which: data-replace="ID [ID ...]".
// Links that a chart drew have it from what holds the chart: data-replace-links="ID [ID ...]".
// Without script both lead to that address as they always do.
import * as notice from "./notice.js";

let latest = 0;

export function startReplacing() {
  document.addEventListener("click", event => {
    const link = event.target.closest("a[href]");
    const ids = link && (link.dataset.replace ?? link.closest("[data-replace-links]")?.dataset.replaceLinks);
    if (!ids || event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    go(link.href.baseVal ?? link.href, ids);
  });
  document.addEventListener("submit", event => {
    const form = event.target;
    if (!form.dataset.replace || form.method !== "get" || event.defaultPrevented) return;
    event.preventDefault();
    go(addressOf(form, event.submitter), form.dataset.replace);
  });
  addEventListener("popstate", () => location.reload());
}

/** The address that a form with method GET leads to; fields that are empty are left out. */
export function addressOf(form, submitter) {
  const address = new URL(form.action || location.href);
  const fields = new FormData(form, submitter ?? undefined);
  address.search = new URLSearchParams([...fields].filter(([, value]) => value !== "")).toString();
  return address.href;
}

/** Fetches an address, puts the parts in place, and makes the address the page's own. */
export async function go(href, ids, { push = true } = {}) {
  const turn = ++latest;
  const parts = ids.split(" ").map(id => document.getElementById(id)).filter(part => part);
  for (const part of parts) part.classList.add("busy");
  try {
    const response = await fetch(href, { headers: { "Assay-Part": ids } });
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    if (turn !== latest) return;
    if (response.redirected && new URL(response.url).pathname !== new URL(href, location.href).pathname) return location.assign(response.url);
    const found = parts.map(part => page.getElementById(part.id));
    if (found.some(part => !part)) return location.assign(href);
    parts.forEach((part, i) => place(part, found[i]));
    if (push) history.pushState(null, "", href);
    document.title = page.title;
    notice.hide();
  } catch {
    notice.show(document.body.dataset.away);
  } finally {
    for (const part of parts) part.classList.remove("busy");
  }
}

// Whoever was in the part with the keyboard stays where they were, when it is still there.
function place(old, now) {
  const focused = old.contains(document.activeElement) ? document.activeElement.id : null;
  const open = [...old.querySelectorAll("details[open][id]")].map(details => details.id);
  old.replaceWith(now);
  for (const id of open) document.getElementById(id)?.setAttribute("open", "");
  if (focused) document.getElementById(focused)?.focus();
  now.dispatchEvent(new CustomEvent("assay:replaced", { bubbles: true }));
}
