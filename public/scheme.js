// Sets the reader's choice of light or dark before the page is painted.
try {
  const scheme = localStorage.getItem('scheme');
  if (scheme === 'light' || scheme === 'dark') document.documentElement.dataset.scheme = scheme;
} catch {
  // Storage is refused: the system's own choice holds.
}
