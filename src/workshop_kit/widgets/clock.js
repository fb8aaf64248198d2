// Times of the day as a clock shows them here.

/** Return the time of a moment in ISO 8601, such as "7:42 PM"; "" where it is not known. */
export function clock(written) {
  const time = written ? new Date(written) : null;
  if (!time || Number.isNaN(time.getTime())) return "";
  const language = document.documentElement.lang || undefined;
  return time.toLocaleTimeString(language, { hour: "numeric", minute: "2-digit" });
}
