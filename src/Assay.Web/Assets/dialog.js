// Small pages that open over the one they belong to: data-dialog on a link or a GET form names the part that is shown.
// A form in the dialog that only changes the dialog replaces its lists; every other answer leads where it does without script.
import { addressOf, go } from "./replacing.js";
import * as notice from "./notice.js";

export function startDialogs() {
  document.addEventListener("click", event => {
    const link = event.target.closest("a[data-dialog]");
    if (!link || event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    open(link.href, link.dataset.dialog);
  });
  document.addEventListener("submit", event => {
    const form = event.target;
    if (!form.dataset.dialog || event.defaultPrevented) return;
    event.preventDefault();
    open(addressOf(form, event.submitter), form.dataset.dialog);
  });
}

async function open(href, id) {
  let part;
  try {
    const response = await fetch(href);
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    part = page.getElementById(id);
    if (!response.ok || !part) return location.assign(response.redirected ? response.url : href);
  } catch {
    return notice.show(document.body.dataset.away);
  }
  const dialog = document.createElement("dialog");
  dialog.append(part);
  const heading = part.querySelector("h1");
  heading.id = "dialog-heading";
  dialog.setAttribute("aria-labelledby", heading.id);
  dialog.addEventListener("close", () => dialog.remove());
  dialog.addEventListener("click", event => {
    if (event.target !== dialog && !event.target.closest("[data-close]")) return;
    event.preventDefault();
    dialog.close();
  });
  listen(dialog);
  document.body.append(dialog);
  dialog.showModal();
}

function listen(dialog) {
  let wait = 0;
  dialog.addEventListener("submit", event => {
    const form = event.target;
    if (form.method !== "get" || event.submitter?.formMethod === "post") return;
    event.preventDefault();
    change(form, event.submitter);
  });
  dialog.addEventListener("input", event => {
    if (!event.target.matches("[data-submits]")) return;
    clearTimeout(wait);
    wait = setTimeout(() => change(event.target.form, null), 200);
  });
}

async function change(form, submitter) {
  const title = document.title;
  const lists = form.querySelector("[data-part]");
  await go(addressOf(form, submitter), lists.id, { push: false });
  document.title = title;
}
