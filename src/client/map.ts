/** `?rows=<facet>` on the map leads to the page of that pair; the columns are always themes. */
const asked = new URLSearchParams(location.search);
const rows = asked.get('rows');
const [, root] = /^(.*\/map\/)/u.exec(location.pathname) ?? [];
if (root !== undefined && rows !== null && /^[a-z]+$/u.test(rows) && (asked.get('columns') ?? 'themes') === 'themes') {
  const path = rows === 'designs' ? root : `${root}${rows}/`;
  const known = [...document.querySelectorAll<HTMLAnchorElement>('.facets a')].some((link) => link.pathname === path);
  if (known && path !== location.pathname) location.replace(path);
}

export {};
