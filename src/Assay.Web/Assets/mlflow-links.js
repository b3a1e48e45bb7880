// MLflow's clients print links whose path is behind a #, which only the browser sees: /#/experiments/1/runs/abc. They lead to our page of the same.
const Id = "([\\w-]+)";

export function followMlflowLink() {
  if (location.pathname !== "/" || !location.hash.startsWith("#/")) return;
  const path = pathOf(location.hash.slice(1));
  if (path === "/") history.replaceState(null, "", "/");
  else location.replace(path);
}

/** Our path for MLflow's; home for what has no page here. */
export function pathOf(link) {
  const [path, search = ""] = link.split("?", 2);
  const query = new URLSearchParams(search);
  const selected = query.get("selectedRunUuid");
  if (selected?.match(`^${Id}$`)) return `/runs/${selected}`;
  const run = path.match(`^/experiments/${Id}/runs/${Id}`);
  if (run) return `/runs/${run[2]}`;
  if (path.startsWith("/compare-runs") || path.startsWith("/metric")) return comparison(query.get("runs"));
  const experiment = path.match(`^/experiments/${Id}`);
  if (experiment) return `/experiments/${experiment[1]}`;
  return path.match("^/experiments/?$") ? "/experiments" : "/";
}

// The runs stand there as JSON: ["a","b"].
function comparison(runs) {
  try {
    const ids = JSON.parse(runs).filter(id => String(id).match(`^${Id}$`));
    if (ids.length === 1) return `/runs/${ids[0]}`;
    return ids.length ? `/compare?runs=${ids.join(",")}` : "/";
  } catch {
    return "/";
  }
}
