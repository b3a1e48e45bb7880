// A stroke of / leads to the search of the page, unless it is typed somewhere.
export function startSearch() {
  document.addEventListener("keydown", event => {
    if (event.key !== "/" || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest?.("input, textarea, select, [contenteditable], dialog")) return;
    const box = [...document.querySelectorAll("[data-search]")].find(each => each.checkVisibility());
    if (!box) return;
    event.preventDefault();
    box.focus();
    box.select();
  });
}
