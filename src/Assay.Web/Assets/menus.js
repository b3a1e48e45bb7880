// Menus in the bar: Escape closes, and so does whatever happens elsewhere. Without script they open and close by their summary.
export function startMenus() {
  document.addEventListener("keydown", event => {
    if (event.key !== "Escape" || event.defaultPrevented) return;
    const menu = event.target.closest?.("details.menu[open]") ?? document.querySelector("details.menu[open]");
    if (!menu) return;
    menu.open = false;
    menu.querySelector("summary").focus();
  });
  document.addEventListener("click", event => closeOthers(event.target));
  document.addEventListener("focusin", event => closeOthers(event.target));
}

function closeOthers(target) {
  for (const menu of document.querySelectorAll("details.menu[open]")) if (!menu.contains(target)) menu.open = false;
}
