// Stands for jQuery. The official packages use no more of it than this; build.mjs looks that it stays so.
export default function ElementList(element) {
  if (!(this instanceof ElementList)) return new ElementList(element);
  this[0] = element;
  this.length = 1;
}

ElementList.prototype.empty = function empty() {
  this[0].replaceChildren();
  return this;
};
