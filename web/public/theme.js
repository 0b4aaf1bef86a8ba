// Runs before the first paint, so that a dark screen never flashes white. A classic script in a
// file of its own: the content security policy allows no inline script.
(() => {
  const themes = ['light', 'dark', 'system'];
  let chosen = null;
  try {
    chosen = localStorage.getItem('tkr.theme');
  } catch {
    // Storage can be closed by policy; the system's own choice is then the answer.
  }
  document.documentElement.dataset.theme = themes.includes(chosen) ? chosen : 'system';
})();
