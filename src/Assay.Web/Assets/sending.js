// Forms that change something: sent in the background, so that what was typed is still there when the server is away, refuses it, or asks to
// sign in again. data-plain: the browser sends the form itself.
import * as notice from "./notice.js";

export function startSending() {
  // On the window, after all that a page's own modules do on the document.
  addEventListener("submit", event => {
    const form = event.target;
    if (event.defaultPrevented || form.method !== "post" || form.hasAttribute("data-plain") || form.hasAttribute("target")) return;
    event.preventDefault();
    send(form, event.submitter);
  });
}

async function send(form, submitter) {
  if (form.classList.contains("busy")) return;
  form.classList.add("busy");
  form.querySelector(":scope > .form-error")?.remove();
  notice.hide();
  try {
    const fields = new FormData(form, submitter);
    const response = await fetch(submitter?.getAttribute("formaction") ?? form.getAttribute("action"), {
      method: "POST",
      body: form.enctype === "multipart/form-data" ? fields : new URLSearchParams(fields),
    });
    const path = new URL(response.url).pathname;
    if (response.redirected && path === "/sign-in" && location.pathname !== "/sign-in") return refuse(form, document.body.dataset.signedOut);
    if (response.ok) return leave(response.url);
    refuse(form, await reason(response));
  } catch {
    notice.show(document.body.dataset.notSent);
  } finally {
    form.classList.remove("busy");
  }
}

function leave(address) {
  const same = address.split("#")[0] === location.href.split("#")[0];
  if (same) location.reload();
  else location.assign(address);
}

async function reason(response) {
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  return page.querySelector(".state .what, .form-error")?.textContent ?? page.querySelector("h1")?.textContent ?? String(response.status);
}

// Where the form is, read aloud when it comes.
function refuse(form, text) {
  const line = document.createElement("p");
  line.className = "form-error";
  line.setAttribute("role", "alert");
  line.textContent = text;
  form.prepend(line);
}
