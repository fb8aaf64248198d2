// Stands for sanitize-html, which is heavy: it comes with the first widget that needs it.
let real;

/** Have it at hand before a widget asks for it. */
export async function fetchSanitizer() {
  real ??= (await import('./sanitizer.js')).default;
}

export default function sanitize(html, options) {
  if (!real) throw new Error('the sanitizer is not there yet');
  return real(html, options);
}
