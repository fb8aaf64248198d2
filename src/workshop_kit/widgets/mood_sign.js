// A sign for each mood, from still water to a stone: a shape beside the word, never in its place.
const SVG = "http://www.w3.org/2000/svg";
const SHAPES = {
  at_ease: "M2 12h20",
  steady: "M2 12q5-5 10 0t10 0",
  mixed: "M2 9q5-5 10 0t10 0M2 16h20",
  uneasy: "M2 15l4-7 4 7 4-7 4 7 4-7",
  heavy: "M2 6q10 9 20 0M12 11v3M7 14h10v6H7z",
};

/** Return the sign of a mood; it says nothing to those who hear the word. */
export function moodSign(mood) {
  const sign = document.createElementNS(SVG, "svg");
  const line = document.createElementNS(SVG, "path");
  const drawn = { viewBox: "0 0 24 24", width: "28", height: "28", fill: "none", stroke: "currentColor", "stroke-width": "2", class: "kit-mood-sign", "aria-hidden": "true" };
  for (const [name, value] of Object.entries(drawn)) sign.setAttribute(name, value);
  line.setAttribute("d", SHAPES[mood]);
  sign.append(line);
  return sign;
}
