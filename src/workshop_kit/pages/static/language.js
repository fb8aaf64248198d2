// The choice of a language: kept in a cookie, and the page is shown again in it.

const base = document.querySelector('meta[name="workshop-kit-base"]').content;

document.getElementById("language").addEventListener("change", (event) => {
  document.cookie = `kit_language=${event.target.value}; path=${base}; SameSite=Lax`;
  const code = document.getElementById("code");
  // A code that was typed but not sent is in no address yet.
  const typed = code ? code.value.toUpperCase().replace(/[^A-Z0-9]/g, "") : "";
  location.replace(typed ? `${base}j/${typed}` : location.pathname);
});
