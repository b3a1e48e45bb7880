// A search box that says what could be written next: the combobox of the ARIA practices, its options from data-complete.
const wait = 120;

export function startCompletion() {
  for (const input of document.querySelectorAll("[data-complete]")) new Completion(input);
  document.addEventListener("change", event => {
    if (event.target.matches("select[data-submits]")) event.target.form.requestSubmit();
  });
  document.addEventListener("assay:replaced", event => {
    // Another filter came by a link, a chip taken away: the box says it too.
    if (event.target.id !== "filter-state") return;
    const input = event.target.closest("form").querySelector("[data-complete]");
    if (input.value.trim() !== (event.target.dataset.filter ?? "")) input.value = event.target.dataset.filter ?? "";
    if (event.target.dataset.invalid) input.setAttribute("aria-invalid", "true");
    else input.removeAttribute("aria-invalid");
  });
}

class Completion {
  constructor(input) {
    this.input = input;
    this.options = [];
    this.active = -1;
    this.turn = 0;
    this.list = document.createElement("ul");
    this.list.id = `${input.id}-options`;
    this.list.className = "options";
    this.list.hidden = true;
    this.list.setAttribute("role", "listbox");
    this.list.setAttribute("aria-label", input.labels[0].textContent);
    input.after(this.list);
    for (const [name, value] of [["role", "combobox"], ["aria-autocomplete", "list"], ["aria-expanded", "false"], ["aria-controls", this.list.id]]) {
      input.setAttribute(name, value);
    }
    input.addEventListener("input", () => this.ask());
    input.addEventListener("click", () => this.ask());
    input.addEventListener("keydown", event => this.press(event));
    input.addEventListener("blur", () => this.close());
    input.form.addEventListener("submit", () => this.close());
    this.list.addEventListener("mousedown", event => {
      event.preventDefault();
      const option = event.target.closest("[role=option]");
      if (option && !this.stale) this.accept([...this.list.children].indexOf(option));
    });
  }

  ask() {
    // What the list says was for another text: nothing of it can be taken any more.
    this.turn++;
    this.stale = true;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.fetch(), wait);
  }

  async fetch() {
    const turn = ++this.turn;
    const caret = this.input.selectionStart;
    try {
      const before = this.input.value.slice(0, caret);
      const response = await fetch(`${this.input.dataset.complete}?${new URLSearchParams({ before })}`);
      if (!response.ok || turn !== this.turn || document.activeElement !== this.input) return;
      const { from, options } = await response.json();
      if (turn === this.turn) this.show(from, caret, options);
    } catch {
      // Whoever writes needs no help to write.
      this.close();
    }
  }

  show(from, caret, options) {
    [this.from, this.caret, this.options, this.active, this.stale] = [from, caret, options, -1, false];
    this.list.replaceChildren(...options.map((option, i) => {
      const line = document.createElement("li");
      line.id = `${this.list.id}-${i}`;
      line.setAttribute("role", "option");
      line.setAttribute("aria-selected", "false");
      const [text, hint] = [document.createElement("code"), document.createElement("span")];
      text.textContent = option.text.trimEnd();
      hint.textContent = option.hint;
      hint.className = "q";
      line.append(text, " ", hint);
      return line;
    }));
    this.list.hidden = options.length === 0;
    this.input.setAttribute("aria-expanded", String(options.length > 0));
    this.input.removeAttribute("aria-activedescendant");
  }

  press(event) {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (this.list.hidden || this.stale) return this.fetch();
      const count = this.options.length;
      const next = this.active + (event.key === "ArrowDown" ? 1 : -1);
      this.mark(next < -1 ? count - 1 : next >= count ? 0 : next);
    } else if (event.key === "Escape" && !this.list.hidden) {
      event.preventDefault();
      this.close();
    } else if ((event.key === "Enter" || event.key === "Tab") && this.active >= 0 && !this.list.hidden && !this.stale) {
      event.preventDefault();
      this.accept(this.active);
    }
  }

  mark(index) {
    this.active = index;
    [...this.list.children].forEach((line, i) => line.setAttribute("aria-selected", String(i === index)));
    if (index < 0) return this.input.removeAttribute("aria-activedescendant");
    this.input.setAttribute("aria-activedescendant", this.list.children[index].id);
    this.list.children[index].scrollIntoView({ block: "nearest" });
  }

  accept(index) {
    this.input.setRangeText(this.options[index].text, this.from, this.caret, "end");
    this.close();
    this.fetch();
  }

  close() {
    clearTimeout(this.timer);
    this.turn++;
    this.list.hidden = true;
    this.active = -1;
    this.input.setAttribute("aria-expanded", "false");
    this.input.removeAttribute("aria-activedescendant");
  }
}
