// Charts that can be read: the values under the pointer, or where the arrow keys lead; a stretch that is dragged over becomes the range of all charts.
import { go } from "./replacing.js";

const svgNamespace = "http://www.w3.org/2000/svg";

export function startCharts() {
  document.addEventListener("pointermove", event => {
    const plot = event.target.closest?.("[data-chart]");
    if (!plot) return;
    const x = placeOf(plot, event.clientX);
    if (plot.dragged !== undefined) return mark(plot, plot.dragged, x);
    read(plot, nearest(plot, x));
  });
  document.addEventListener("pointerout", event => {
    const plot = event.target.closest?.("[data-chart]");
    if (plot && !plot.contains(event.relatedTarget) && plot.dragged === undefined) clear(plot);
  });
  document.addEventListener("pointerdown", event => {
    const plot = event.target.closest?.("[data-chart]");
    if (!plot || event.button || event.pointerType === "touch") return;
    plot.dragged = placeOf(plot, event.clientX);
    event.preventDefault();
    plot.focus({ preventScroll: true });
  });
  document.addEventListener("pointerup", event => {
    for (const plot of document.querySelectorAll("[data-chart]")) {
      if (plot.dragged === undefined) continue;
      const [from, to] = [plot.dragged, placeOf(plot, event.clientX)].sort((a, b) => a - b);
      plot.dragged = undefined;
      clear(plot);
      if (to - from > 8) zoom(plot, from, to);
    }
  });
  document.addEventListener("keydown", event => {
    const plot = event.target.closest?.("[data-chart]");
    if (!plot || event.ctrlKey || event.metaKey || event.altKey) return;
    const steps = { ArrowLeft: -1, ArrowRight: 1, PageUp: -20, PageDown: 20, Home: -Infinity, End: Infinity }[event.key];
    if (steps !== undefined) {
      const last = axis(plot).length - 1;
      read(plot, Math.min(last, Math.max(0, (plot.at ?? (steps < 0 ? last + 1 : -1)) + steps)));
      event.preventDefault();
    } else if (event.key === "Escape") clear(plot);
  });
}

// [name, x, y, low, high, x, y, low, high, …] of each line.
function linesOf(plot) {
  return (plot.lines ??= JSON.parse(plot.dataset.chart).map(([name, ...flat]) => ({
    name,
    points: Array.from({ length: flat.length / 4 }, (_, i) => ({ x: flat[4 * i], y: flat[4 * i + 1], low: flat[4 * i + 2], high: flat[4 * i + 3] })),
  })));
}

// All places on the axis at which some line has a point.
function axis(plot) {
  return (plot.axis ??= [...new Set(linesOf(plot).flatMap(line => line.points.map(point => point.x)))].sort((a, b) => a - b));
}

function frame(plot) {
  const [left, right, top, bottom] = plot.dataset.plot.split(" ").map(Number);
  return { left, right, top, bottom };
}

/** Where a pointer is, in the picture's own units. */
function placeOf(plot, clientX) {
  const svg = plot.querySelector("svg");
  const box = svg.getBoundingClientRect();
  const { left, right } = frame(plot);
  return Math.min(right, Math.max(left, ((clientX - box.left) / box.width) * svg.viewBox.baseVal.width));
}

function valueAt(plot, place) {
  const xs = axis(plot), { left, right } = frame(plot);
  return xs[0] + ((place - left) / (right - left)) * (xs[xs.length - 1] - xs[0]);
}

function placeAt(plot, value) {
  const xs = axis(plot), { left, right } = frame(plot), span = xs[xs.length - 1] - xs[0];
  return span > 0 ? left + ((value - xs[0]) / span) * (right - left) : (left + right) / 2;
}

function nearest(plot, place) {
  const xs = axis(plot), value = valueAt(plot, place);
  return xs.reduce((best, x, i) => (Math.abs(x - value) < Math.abs(xs[best] - value) ? i : best), 0);
}

function read(plot, at) {
  const xs = axis(plot);
  if (!xs.length) return;
  plot.at = at;
  const numbers = new Intl.NumberFormat(document.documentElement.lang, { maximumSignificantDigits: 6 });
  const parts = linesOf(plot).flatMap(line => {
    const point = line.points.find(p => p.x === xs[at]);
    if (!point) return [];
    const band = point.high > point.low ? ` (${numbers.format(point.low)} – ${numbers.format(point.high)})` : "";
    return [`${line.name}: ${point.y === null ? "NaN" : numbers.format(point.y)}${band}`];
  });
  plot.closest("figure").querySelector(".readout").textContent = `${numbers.format(xs[at])} · ${parts.join(" · ")}`;
  mark(plot, placeAt(plot, xs[at]));
}

// A hairline, or a band when something is dragged.
function mark(plot, from, to = from) {
  const svg = plot.querySelector("svg"), { top, bottom } = frame(plot);
  const shape = svg.querySelector(".pointer") ?? svg.appendChild(document.createElementNS(svgNamespace, "rect"));
  const width = Math.abs(to - from);
  shape.setAttribute("class", width ? "pointer dragged" : "pointer");
  shape.setAttribute("x", Math.min(from, to) - (width ? 0 : 0.5));
  shape.setAttribute("y", top);
  shape.setAttribute("width", width || 1);
  shape.setAttribute("height", bottom - top);
}

function clear(plot) {
  plot.at = undefined;
  plot.querySelector(".pointer")?.remove();
  plot.closest("figure").querySelector(".readout").textContent = "";
}

function zoom(plot, from, to) {
  const address = new URL(location.href);
  const round = value => Number(value.toPrecision(8));
  address.searchParams.set("from", round(valueAt(plot, from)));
  address.searchParams.set("to", round(valueAt(plot, to)));
  go(address.href, "charts metric-options");
}
