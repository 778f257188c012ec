/** Makes the files of a theme's papers, where the site has none (`twins` in `site.yaml`). */

import { file } from '../site/urls.ts';
import { citing } from './styles/choice.ts';

async function save(stem: string, format: string): Promise<void> {
  const [answer, { savePapers }] = await Promise.all([fetch(file(`${stem}.papers.json`)), import('./basket/files.ts')]);
  if (!answer.ok) throw new Error(`${answer.status} ${stem}.papers.json`);
  const ids = (await answer.json()) as string[];
  const style = citing().style ?? 'apa';
  await savePapers(ids, format, { abstracts: true, style, stem: stem.replace(/^.*\//u, '') });
}

for (const list of document.querySelectorAll<HTMLElement>('[data-make-files]')) {
  const { makeFiles: stem = '', failed = '' } = list.dataset;
  const said = list.querySelector('[data-said]');
  for (const part of list.querySelectorAll<HTMLElement>('[data-scripted]')) part.hidden = false;
  for (const button of list.querySelectorAll<HTMLButtonElement>('[data-make]'))
    button.addEventListener('click', () => {
      button.disabled = true;
      if (said) said.textContent = '';
      save(stem, button.dataset['make'] ?? '')
        .catch(() => said && (said.textContent = failed))
        .finally(() => (button.disabled = false));
    });
}
