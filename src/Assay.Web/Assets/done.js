// What a form has just done is said once: an address that is reloaded or handed on does not say it again.
export function forgetDone() {
  const address = new URL(location.href);
  if (!address.searchParams.has("done")) return;
  for (const name of ["done", "on", "tag", "before", "seal"]) address.searchParams.delete(name);
  history.replaceState(history.state, "", address);
}
