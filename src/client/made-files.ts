/** Makes the files of a list of papers that the site does not have (`twins` in `site.yaml`). */

import { citing } from './styles/choice.ts';

/** The ids of a list: of a theme a list of them, of all papers rows that begin with one. */
async function idsAt(address: string): Promise<string[]> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${answer.status} ${address}`);
  return ((await answer.json()) as (string | readonly [string])[]).map((row) =>
    typeof row === 'string' ? row : row[0],
  );
}

async function save(address: string, format: string, stem: string): Promise<void> {
  const [ids, { savePapers }] = await Promise.all([idsAt(address), import('./basket/files.ts')]);
  await savePapers(ids, format, { abstracts: true, style: citing().style ?? 'apa', stem });
}

for (const list of document.querySelectorAll<HTMLElement>('[data-make-files]')) {
  const { makeFiles: stem = '', papers = '', failed = '' } = list.dataset;
  const said = list.querySelector('[data-said]');
  for (const part of list.querySelectorAll<HTMLElement>('[data-scripted]')) part.hidden = false;
  for (const button of list.querySelectorAll<HTMLButtonElement>('[data-make]'))
    button.addEventListener('click', () => {
      button.disabled = true;
      if (said) said.textContent = '';
      save(papers, button.dataset['make'] ?? '', stem)
        .catch(() => said && (said.textContent = failed))
        .finally(() => (button.disabled = false));
    });
}
