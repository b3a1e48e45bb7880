// A line at the foot of the page, read aloud when it comes.
const notice = () => document.getElementById("notice");

export function show(text, milliseconds = 0) {
  const line = notice();
  line.textContent = text;
  line.hidden = false;
  if (milliseconds > 0) setTimeout(() => { if (line.textContent === text) hide(); }, milliseconds);
}

export function hide() {
  notice().hidden = true;
}
