// Where phones put an idea, in words.
import { fillIn } from "./element.js";

/** "Phones: Transport 4, Housing 2, nowhere 1." Nothing before the sort on phones is closed. */
export function phonesLine(sorting, id, words) {
  const { placed = {} } = sorting.known || {};
  const found = placed[id];
  if (!found) return "";
  const titles = new Map(sorting.themes.map((theme) => [theme.id, theme.title]));
  const names = { nowhere: words.nowhere, other: words.other };
  const parts = found.where.map(([where, number]) => `${titles.get(where) || names[where]} ${number || ""}`.trim());
  const said = [fillIn(words.phones, { where: parts.join(", ") })];
  if (found.is_nowhere && !sorting.isMinority(id)) said.push(words.maybe_minority);
  else if (!found.is_nowhere && !found.most.length) said.push(words.disagree);
  return said.join(" ");
}
