// The same as a table: each idea in a row, with its themes in words.
import { make } from "./element.js";
import { phonesLine } from "./phones_line.js";

/** Return a table of a question's ideas; where phones put them, once that is known. */
export function themesTable(sorting, words) {
  const { cards, themes, known } = sorting;
  const phones = Object.keys(known.placed).length > 0;
  const titles = [words.idea, words.in_themes, words.minority, ...(phones ? [words.in_phones] : [])];
  const head = titles.map((text) => make("th", { scope: "col" }, text));
  const rows = [...cards].map(([id, text]) => {
    const inside = themes.filter((theme) => theme.cards.includes(id)).map(({ title }) => title);
    return make(
      "tr",
      {},
      make("th", { scope: "row", class: "kit-words" }, text),
      make("td", {}, inside.length ? inside.join("; ") : words.in_none),
      make("td", {}, known.minority.includes(id) ? words.yes : words.no),
      phones ? make("td", {}, phonesLine(sorting, id, words)) : null,
    );
  });
  const caption = make("caption", {}, words.table_title);
  const table = make("table", {}, caption, make("thead", {}, make("tr", {}, ...head)), make("tbody", {}, ...rows));
  // Wider than a phone, it scrolls by itself; so it has to be reached with the keyboard.
  return make("div", { class: "kit-themes-table", tabindex: "0", role: "region", "aria-label": words.table_title }, table);
}
