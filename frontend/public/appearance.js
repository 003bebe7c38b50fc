// Runs before anything is drawn, so that a dark room sees no white flash.
try {
  const kept = localStorage.getItem("appearance");
  if (kept === "light" || kept === "dark") document.documentElement.dataset.appearance = kept;
  document.documentElement.lang = localStorage.getItem("language") || "vi";
} catch {
  // A browser that keeps nothing still shows the page.
}
