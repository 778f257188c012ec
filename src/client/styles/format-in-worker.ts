/** Formats references in any CSL style, in a worker of the browser. */

import type { CslItem } from '#citations/csl';
import type { CitationStyle } from '#citations/styles';
import type { ListedReference } from '../../site/references/list.ts';
import { moved } from '../../site/urls.ts';
import { trustedScript } from '../trusted.ts';
import type { Answered, Asked } from './engine.ts';
import engineAddress from './engine.ts?worker&url';

let engine: Worker | undefined;
let turns = 0;

/** One worker for a page, fetched when it is first needed; if that fails, the next call fetches it again. */
function started(): Worker {
  engine ??= new Worker(trustedScript(moved(engineAddress)), { type: 'module' });
  return engine;
}

/**
 * A list in any style there is. A reference takes some milliseconds to set: a worker does it, so that the page of one
 * who cites hundreds can still be used. Fails where the engine or the style cannot be fetched.
 */
export function formatIn({ id, csl, locale }: CitationStyle, items: readonly CslItem[]): Promise<ListedReference[]> {
  const turn = ++turns;
  const worker = started();
  return new Promise((resolve, reject) => {
    const done = (): void => {
      worker.removeEventListener('message', heard);
      worker.removeEventListener('error', failed);
    };
    const heard = ({ data }: MessageEvent<Answered>): void => {
      if (data.turn !== turn) return;
      done();
      if (data.references) resolve(data.references);
      else reject(new Error(`${csl} cannot be set`));
    };
    const failed = (): void => {
      done();
      if (engine === worker) engine = undefined;
      reject(new Error('the style engine cannot be fetched'));
    };
    worker.addEventListener('message', heard);
    worker.addEventListener('error', failed);
    const capitals = document.documentElement.dataset['titleCapitals'] === 'source' ? 'source' : 'style';
    worker.postMessage({ turn, style: { id, csl, locale }, items, capitals } satisfies Asked);
  });
}
