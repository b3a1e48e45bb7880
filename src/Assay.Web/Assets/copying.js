// Buttons that copy a text. They are hidden where there is no script.
import * as notice from "./notice.js";

export function startCopying() {
  reveal(document);
  document.addEventListener("assay:replaced", event => reveal(event.target));
  document.addEventListener("click", async event => {
    const button = event.target.closest("[data-copy]");
    if (!button) return;
    try {
      await navigator.clipboard.writeText(button.dataset.copy);
    } catch {
      // Without a secure connection the browser has no clipboard for us: the text is there to be marked.
      return;
    }
    notice.show(document.body.dataset.copied, 1200);
  });
}

function reveal(root) {
  for (const button of root.querySelectorAll("[data-copy]")) button.hidden = !navigator.clipboard;
}
