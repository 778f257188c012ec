/** Shows how to cite a search. */

import type { Catalogue } from '#search/catalogue';
import { reportOf } from '#search/report';
import type { State } from '#search/state';
import { published } from '../../site/urls.ts';
import { copy } from '../copy.ts';
import { el } from './dom.ts';
import type { SearchIndex } from './load.ts';
import type { Navigation } from './navigation.ts';
import { wordsBeside, type WordsBeside } from './words-beside.ts';

/** The formats that are offered for a list of results. */
const exportFormats = [
  { name: 'ris', title: 'RIS' },
  { name: 'bibtex', title: 'BibTeX' },
  { name: 'csl-json', title: 'CSL-JSON' },
  { name: 'csv', title: 'CSV' },
] as const;

let opened = false;

/**
 * Shows how to cite a search: its address, what was searched, a sentence for a methods section, and the papers as a
 * file.
 */
export function showCitation(
  root: HTMLElement,
  state: State,
  papers: readonly number[],
  catalogue: Catalogue,
  index: SearchIndex,
  { lang, addressOf }: Navigation,
): void {
  root.hidden = papers.length === 0;
  if (root.hidden) return;
  const address = published(addressOf({ ...state, page: 1 }), catalogue.address);
  const t = wordsBeside(lang);
  const named = { en: wordsBeside('en'), zh: wordsBeside('zh') };
  const report = reportOf({
    state,
    count: papers.length,
    catalogue,
    address,
    day: new Date().toLocaleDateString('sv'),
    facetNames: { en: (name) => named.en(`facet.${name}`).toLowerCase(), zh: (name) => named.zh(`facet.${name}`) },
  });
  const { version, date } = catalogue.corpus;
  const panel = el(
    'details',
    { open: opened },
    el('summary', {}, t('cite')),
    el('p', { class: 'soft' }, t('citeCorpus', { version, date, count: papers.length, all: catalogue.size })),
    field(t('citeAddress'), address, undefined, t),
    field(t('citeSentenceEn'), report.en, 'en', t),
    field(t('citeSentenceZh'), report.zh, 'zh-Hans', t),
    downloads(papers, index, t),
  );
  panel.addEventListener('toggle', () => (opened = panel.open));
  root.replaceChildren(panel);
}

function field(label: string, text: string, lang: string | undefined, t: WordsBeside): HTMLElement {
  const button = el('button', { type: 'button' }, t('copy'));
  const said = el('span', { role: 'status', class: 'soft' });
  button.addEventListener('click', () => {
    void copy(text).then((done) => (said.textContent = t(done ? 'copied' : 'notCopied')));
  });
  return el(
    'div',
    { class: 'cite-part' },
    el('p', { class: 'cite-label' }, label, ' ', button, ' ', said),
    el('p', { class: 'cite-text', lang, tabindex: 0 }, text),
  );
}

function downloads(papers: readonly number[], index: SearchIndex, t: WordsBeside): HTMLElement {
  const save = async (name: string): Promise<number> => {
    // The code of all formats is several times that of the search.
    const [ids, { saveResults }] = await Promise.all([index.ids(), import('./export.ts')]);
    return saveResults(
      papers.map((paper) => ids[paper] ?? ''),
      name,
    );
  };
  const said = el('span', { role: 'status', class: 'soft' });
  const buttons = exportFormats.map(({ name, title }) => {
    const button = el('button', { type: 'button', 'data-format': name }, title);
    button.addEventListener('click', () => {
      said.textContent = t('exporting');
      save(name).then(
        (count) =>
          (said.textContent = t(count === papers.length ? 'exported' : 'exportedFewer', { count, all: papers.length })),
        () => (said.textContent = t('notExported')),
      );
    });
    return button;
  });
  return el(
    'div',
    { class: 'cite-part' },
    el('p', { class: 'cite-label' }, t('citeExport', { count: papers.length })),
    el('p', { class: 'cite-files' }, buttons, said),
  );
}
