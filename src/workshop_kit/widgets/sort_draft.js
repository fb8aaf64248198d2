// How one person sorts the ideas of a question: kept on this device, also over a reload.

const MOST_THEMES = 2;
const MOST_NAMES = 5;

function alike(title) {
  return title.trim().replace(/\s+/g, " ").toLowerCase();
}

export class SortDraft {
  constructor(drafts, key) {
    this.drafts = drafts;
    this.kept = `sort-${key}`;
    this.themes = [];
    this.ideas = []; // in the order of their ids
    this.clear(drafts.get(this.kept) || {});
  }

  /** `where` says of an idea its themes: none where it fits nowhere. `at` is the idea in front. */
  clear({ where = {}, names = [], at = "", unsent = false } = {}) {
    Object.assign(this, { where, names, at, unsent });
    if (!unsent) this.drafts.remove(this.kept);
  }

  save(unsent = true) {
    const { where, names, at } = this;
    this.unsent = unsent;
    if (unsent) this.drafts.set(this.kept, { where, names, at, unsent });
    else this.drafts.remove(this.kept);
  }

  /** Take what the room has, unless something else stands here. */
  take({ placed, names }) {
    if (!this.unsent) this.clear({ where: { ...placed }, names, at: this.at });
  }

  /**
   * Take in what this person sent from another page meanwhile. `base` is what the room had before:
   * what was changed here since then stays as it is here.
   */
  merge(base, { placed, names }) {
    const own = new Map(this.names.map(({ id, title }) => [alike(title), id]));
    const moved = new Map(names.map(({ id, title }) => [id, own.get(alike(title)) || id]));
    const more = names.filter(({ title }) => !own.has(alike(title)));
    this.names = [...this.names, ...more].slice(0, MOST_NAMES);
    const follow = (refs) => refs.map((ref) => moved.get(ref) || ref);
    const where = Object.fromEntries(Object.entries(placed).map(([id, refs]) => [id, follow(refs)]));
    const same = (id) => JSON.stringify(this.where[id]) === JSON.stringify(base.placed[id]);
    for (const id of new Set([...Object.keys(this.where), ...Object.keys(base.placed)])) {
      if (same(id)) continue;
      if (id in this.where) where[id] = this.where[id];
      else delete where[id];
    }
    this.where = where;
    this.save();
  }

  /** What there is to sort now. Choices follow a theme that was put into another, or taken up. */
  heard({ themes, ideas }) {
    const first = !this.ideas.length && !this.at;
    const moved = new Map(themes.flatMap(({ id, was }) => was.map((old) => [old, id])));
    for (const { id, title } of this.names) {
      const same = themes.find((theme) => alike(theme.title) === alike(title));
      if (same) moved.set(id, same.id);
    }
    const follow = (refs) => [...new Set(refs.map((ref) => moved.get(ref) || ref))];
    this.where = Object.fromEntries(Object.entries(this.where).map(([id, refs]) => [id, follow(refs)]));
    this.names = this.names.filter(({ id }) => !moved.has(id));
    Object.assign(this, { themes, ideas });
    if (first) this.at = (ideas.find(({ id }) => !this.chosen(id)) || ideas[0] || { id: "" }).id;
  }

  /** The idea in front; where it is gone, the one that follows. */
  get number() {
    const place = this.ideas.findIndex(({ id }) => id >= this.at);
    return place < 0 ? this.total - 1 : place;
  }

  get total() {
    return this.ideas.length;
  }

  get idea() {
    return this.ideas[this.number];
  }

  /** Themes and names of one's own, with their titles. */
  get titles() {
    return new Map([...this.themes, ...this.names].map(({ id, title }) => [id, title]));
  }

  /** Where an idea stands; null where it was passed over, or stood in a theme that is gone. */
  chosen(id) {
    const { titles } = this;
    const refs = this.where[id];
    const known = (refs || []).filter((ref) => titles.has(ref));
    return refs && (known.length || !refs.length) ? known : null;
  }

  get placed() {
    return this.ideas.filter(({ id }) => this.chosen(id)).length;
  }

  /** Put the idea into a theme or take it out; null is nowhere. Return whether there was room. */
  tick(ref, on) {
    const { id } = this.idea;
    const others = (this.chosen(id) || []).filter((one) => one !== ref);
    const next = ref === null ? [] : on ? [...others, ref] : others;
    if (next.length > MOST_THEMES) return false;
    const { [id]: _before, ...where } = this.where;
    this.where = on || next.length ? { ...where, [id]: next } : where;
    this.at = id;
    this.save();
    return true;
  }

  /** Put the idea under a name of one's own; return why not, or nothing. */
  name(id, title) {
    const known = [...this.titles].find(([, one]) => alike(one) === alike(title));
    const chosen = this.chosen(this.idea.id) || [];
    if (chosen.length >= MOST_THEMES && !(known && chosen.includes(known[0]))) return "two";
    if (!known && this.names.length >= MOST_NAMES) return "five";
    if (!known) this.names = [...this.names, { id, title }];
    this.tick(known ? known[0] : id, true);
    return "";
  }

  /** Go on, or back. A name under which nothing stands is gone then. */
  go(by) {
    const used = new Set(Object.values(this.where).flat());
    this.names = this.names.filter(({ id }) => used.has(id));
    this.at = this.ideas[this.number + by].id;
    if (this.unsent) this.save();
  }

  /** What is sent: of the ideas that are there now. */
  body() {
    const there = this.ideas.filter(({ id }) => this.chosen(id));
    const placed = Object.fromEntries(there.map(({ id }) => [id, this.where[id]]));
    const used = new Set(Object.values(placed).flat());
    return { placed, names: this.names.filter(({ id }) => used.has(id)) };
  }

  /** The room has `body`; return whether that is what stands here. */
  isSent(body) {
    if (JSON.stringify(body) === JSON.stringify(this.body())) this.save(false);
    return !this.unsent;
  }
}
