// A list whose elements stay as long as what they stand for does, so that a focus stays too.

export class KeyedList {
  /** `make(key)` returns a row: whatever has an `element`. */
  constructor(element, make) {
    this.element = element;
    this.make = make;
    this.rows = new Map();
  }

  /** Show a row for each key, in this order. */
  draw(keys) {
    const had = document.activeElement;
    for (const [key, row] of this.rows) {
      if (keys.includes(key)) continue;
      row.element.remove();
      this.rows.delete(key);
    }
    keys.forEach((key, place) => {
      if (!this.rows.has(key)) this.rows.set(key, this.make(key));
      const { element } = this.rows.get(key);
      const there = this.element.children[place];
      if (there !== element) this.element.insertBefore(element, there || null);
    });
    // Moving an element takes the focus from what is in it.
    if (had !== document.activeElement && this.element.contains(had)) had.focus();
    return [...this.rows.values()];
  }
}
