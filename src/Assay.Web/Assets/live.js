// Parts that change by themselves: data-live names a stream of versions; another one than data-version, and the part is fetched again.
// While nobody looks there is no stream. When the server is away the page says so, and comes back as it was.
import { go } from "./replacing.js";
import * as notice from "./notice.js";

const streams = new Map();
let away = false;

export function startLive() {
  document.addEventListener("visibilitychange", () => (document.hidden ? stop() : start()));
  document.addEventListener("assay:replaced", start);
  addEventListener("pagehide", stop);
  start();
}

function start() {
  if (document.hidden) return;
  const parts = [...document.querySelectorAll("[data-live][id]")];
  const wanted = new Set(parts.map(part => part.dataset.live));
  for (const [address, stream] of streams) {
    if (!wanted.has(address)) {
      stream.close();
      streams.delete(address);
    }
  }
  for (const part of parts) if (!streams.has(part.dataset.live)) streams.set(part.dataset.live, listen(part.dataset.live));
}

function stop() {
  for (const stream of streams.values()) stream.close();
  streams.clear();
}

function listen(address) {
  const stream = new EventSource(address);
  stream.onopen = () => {
    if (away) notice.show(document.body.dataset.back, 3000);
    away = false;
  };
  stream.onerror = () => {
    // The browser gives up when it is refused, as by a server that is starting or has its hands full: later it may be let in.
    if (stream.readyState === EventSource.CLOSED) setTimeout(() => again(address, stream), 15_000);
    // A stream that has ended in order is opened again at once: only one that cannot be is worth a word.
    setTimeout(() => {
      if (stream.readyState !== EventSource.CONNECTING || streams.get(address) !== stream) return;
      away = true;
      notice.show(document.body.dataset.away);
    }, 3000);
  };
  stream.onmessage = event => {
    const stale = [...document.querySelectorAll("[data-live][id]")].filter(part => part.dataset.live === address && part.dataset.version !== event.data);
    if (stale.length) go(location.href, stale.map(part => part.id).join(" "), { push: false });
  };
  return stream;
}

function again(address, stream) {
  if (streams.get(address) !== stream) return;
  streams.delete(address);
  start();
}
