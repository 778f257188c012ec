/**
 * Keeps the site for reading without a connection, and tells the reader about it. `later.ts` loads this after the page.
 */

import { offline } from '../site/strings/offline.ts';
import { say } from '../site/strings/table.ts';
import { file } from '../site/urls.ts';
import { lang } from './language.ts';
import { trustedScript } from './trusted.ts';

const t = (key: keyof typeof offline): string => say(offline[key], lang);

/** Shows a notice at the bottom of the page, with one button at most. */
function tell(text: string, action?: { label: string; run: () => void }): void {
  document.getElementById('site-notice')?.remove();
  const notice = document.createElement('p');
  notice.id = 'site-notice';
  notice.className = 'site-notice small';
  notice.setAttribute('role', 'status');
  document.body.append(notice);
  const button = (label: string, run: () => void): HTMLButtonElement => {
    const element = document.createElement('button');
    element.type = 'button';
    element.textContent = label;
    element.addEventListener('click', run);
    return element;
  };
  notice.append(text, ' ');
  if (action) notice.append(button(action.label, action.run), ' ');
  notice.append(button(t('offline.close'), () => notice.remove()));
}

const updated = 'review-updated';

async function start(workers: ServiceWorkerContainer): Promise<void> {
  const controlled = workers.controller !== null;
  let reloading = false;
  workers.addEventListener('controllerchange', () => {
    if (reloading) location.reload();
  });
  const registration = await workers.register(trustedScript(file('sw.js')), {
    scope: file(''),
    updateViaCache: 'none',
  });
  const offer = (): void => {
    if (!registration.waiting || !workers.controller) return;
    tell(t('offline.ready'), {
      label: t('offline.show'),
      run: () => {
        reloading = true;
        remember(updated);
        registration.waiting?.postMessage('switch');
      },
    });
  };
  offer();
  registration.addEventListener('updatefound', () => {
    const { installing } = registration;
    installing?.addEventListener('statechange', () => {
      if (installing.state === 'installed' && workers.controller) offer();
      if (installing.state === 'activated' && !controlled && !reloading) tell(t('offline.available'));
    });
  });
  // A page that stays open for long checks again from time to time.
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') registration.update().catch(() => undefined);
  });
}

function remember(key: string): void {
  try {
    sessionStorage.setItem(key, '1');
  } catch {
    // The browser stores nothing: the notice is not shown.
  }
}

function recall(key: string): boolean {
  try {
    const had = sessionStorage.getItem(key) !== null;
    sessionStorage.removeItem(key);
    return had;
  } catch {
    return false;
  }
}

if (recall(updated)) tell(t('offline.updated'));
start(navigator.serviceWorker).catch(() => undefined);
