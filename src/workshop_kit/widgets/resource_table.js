// A table of resources: all rows stand in it; searching only takes some out of sight.
import { fillIn, labelled, make, pressable, setText } from "./element.js";

export default {
  render({ model, el }) {
    const table = new ResourceTable(model.get("resources"), model.get("kinds"), model.get("words"));
    el.append(table.root);
  },
};

class ResourceTable {
  constructor(resources, kinds, words) {
    Object.assign(this, { resources, kinds, words });
    this.rows = resources.map((resource) => ({ resource, node: this.makeRow(resource), text: textOf(resource) }));
    const root = make("div", { class: "kit-resources" });
    root.append(this.makeFilters(), this.makeTable());
    this.root = root;
    this.draw();
  }

  makeFilters() {
    const { words, kinds } = this;
    const draw = () => this.draw();
    this.search = make("input", { type: "search", autocomplete: "off", spellcheck: "false", oninput: draw });
    const options = kinds.map(({ key, name }) => make("option", { value: key }, name));
    this.kind = make("select", { onchange: draw }, make("option", { value: "" }, words.all_kinds), ...options);
    this.count = make("p", { class: "kit-count", role: "status" });
    this.all = pressable(words.show_all, () => this.showAll(), { look: "kit-plain" });
    const row = make("div", { class: "kit-row" }, this.count, this.all);
    const fields = [labelled(words.search, this.search, words.search_hint), labelled(words.kind, this.kind)];
    const submit = (event) => event.preventDefault();
    const attributes = { class: "kit-filters", role: "search", "aria-label": words.filters, onsubmit: submit };
    return make("form", attributes, ...fields, row);
  }

  /** Where a row becomes a card, style sheets take away what a table means; the roles keep it. */
  makeTable() {
    const { words } = this;
    const names = [words.what, words.kind, words.for_whom, words.checked];
    const heads = names.map((name) => make("th", { scope: "col", role: "columnheader" }, name));
    const head = make("thead", { role: "rowgroup" }, make("tr", { role: "row" }, ...heads));
    const body = make("tbody", { role: "rowgroup" }, ...this.rows.map(({ node }) => node));
    return make("table", { role: "table", "aria-label": words.caption }, head, body);
  }

  makeRow(resource) {
    const { words } = this;
    const { kind_name: kind, for_whom: whom, languages, checked } = resource;
    const spoken = languages ? make("p", { class: "kit-quiet" }, fillIn(words.languages, { languages })) : null;
    return make(
      "tr",
      { role: "row" },
      make("th", { scope: "row", role: "rowheader" }, ...this.about(resource)),
      cell(words.kind, kind),
      cell(words.for_whom, whom, spoken),
      cell(words.checked, checked),
    );
  }

  about({ title, publisher, address, about, own, notes }) {
    const link = make("a", { href: address, rel: "noreferrer" }, title);
    const mark = own ? make("p", { class: "kit-own" }, this.words.own) : null;
    return [
      make("p", { class: "kit-title" }, link),
      mark,
      make("p", { class: "kit-quiet" }, publisher),
      make("p", {}, about),
      ...notes.map((note) => make("p", { class: "kit-note" }, note)),
      make("p", { class: "kit-address" }, address),
    ].filter(Boolean);
  }

  showAll() {
    this.search.value = "";
    this.kind.value = "";
    this.draw();
    this.search.focus();
  }

  draw() {
    const wanted = plain(this.search.value).split(/\s+/).filter(Boolean);
    const kind = this.kind.value;
    const fits = ({ resource, text }) =>
      (!kind || resource.kind === kind) && wanted.every((word) => text.includes(word));
    let number = 0;
    for (const row of this.rows) {
      const shown = fits(row);
      number += shown ? 1 : 0;
      row.node.classList.toggle("kit-out", !shown);
    }
    const { words, rows } = this;
    const said = number ? fillIn(words.count, { number, total: rows.length }) : words.none;
    setText(this.count, said);
    this.all.hidden = number === rows.length;
  }
}

/** A cell that says by itself what it holds, for where its column's head is not in view. */
function cell(name, text, more = null) {
  const label = make("span", { class: "kit-label", "aria-hidden": "true" }, name);
  return make("td", { role: "cell" }, label, make("p", {}, text), more);
}

function textOf({ title, about, publisher }) {
  return plain(`${title} ${about} ${publisher}`);
}

/** Without capitals and accents, which people leave out when they search. */
function plain(text) {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}
