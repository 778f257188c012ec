/** The path of each page, without base and language. As single exports, a script of the browser loads those that it uses. */

export const home = '';
export const papers = 'papers/';
export const paper = (id: string, anchor?: string) => `papers/${id}/${anchor ? `#${anchor}` : ''}`;
export const source = (id: string) => `papers/${id}/source/`;
export const themes = 'themes/';
export const theme = (id: string) => `themes/${id}/`;
export const map = 'map/';
export const studies = 'studies/';
export const findings = 'findings/';
export const gaps = 'gaps/';
export const glossary = 'glossary/';
export const changes = 'changes/';
/** Papers side by side; only the page where none is named. */
export const compare = (ids: readonly string[] = []) => `compare/${ids.length > 0 ? `?papers=${ids.join(',')}` : ''}`;
export const review = 'review/';
export const method = 'method/';
export const methodSources = 'method/sources/';
export const search = 'search/';
export const basket = 'basket/';
export const about = 'about/';
export const accessibility = 'accessibility/';
export const authors = 'authors/';
export const journals = 'journals/';
/** A page of a list; the first one has the list's own address. */
export const numbered = (list: string, number: number) => (number === 1 ? list : `${list}page/${number}/`);
/** The search for one concept, as the search page reads it. */
export const searchFor = (query: string) => `search/?q=${encodeURIComponent(query)}`;
