// Dates as people write them, in the language of the page.

/** "2026-03-14" becomes "March 14, 2026". */
export function longDate(iso) {
  if (!iso) return "";
  const language = document.documentElement.lang || "en";
  // Noon, so that no time zone turns it into the day before.
  return new Intl.DateTimeFormat(language, { dateStyle: "long" }).format(new Date(`${iso}T12:00`));
}
