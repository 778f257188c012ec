import { chromium, type Browser, type BrowserContext, type BrowserContextOptions, type Page } from 'playwright-core';
import { findChromium, quietArguments } from '../../scripts/chromium.ts';
import { limits } from './limits.ts';

/**
 * No name but that of this machine leads anywhere, so that no request leaves it. A route through the tests would do the
 * same, but it switches the browser's cache off.
 */
const nowhereElse = '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1';

export async function launchChromium(): Promise<Browser> {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('No Chromium here: `npm test` finds one or sets one up.');
  return chromium.launch({ executablePath, args: [...quietArguments, nowhereElse], timeout: limits.step });
}

/** What a page did that no page of this site may do. */
export interface Faults {
  /** Errors and warnings in the console, and errors that nothing caught. */
  console: string[];
  /** Requests to other hosts than that of the site. */
  foreign: string[];
  /** Requests that the site answered with an error, or not at all. */
  failed: string[];
}

export interface Opened {
  context: BrowserContext;
  page: Page;
  faults: Faults;
  /** The addresses that it requested, in order. */
  asked: string[];
}

/**
 * Opens a page and records its faults. Requests to other hosts are recorded, and go nowhere. Every file comes from the
 * server: the service worker is blocked, because it would fetch the whole site in every test.
 */
export async function openPage(browser: Browser, origin: string, options: BrowserContextOptions = {}): Promise<Opened> {
  const context = await browser.newContext({ serviceWorkers: 'block', reducedMotion: 'reduce', ...options });
  context.setDefaultTimeout(limits.step);
  const faults: Faults = { console: [], foreign: [], failed: [] };
  const host = new URL(origin).host;
  const page = await context.newPage();
  page.on('websocket', (socket) => faults.foreign.push(socket.url()));
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  page.on('console', (message) => {
    // The test setup itself reports the worker that it blocks.
    const faulty = ['error', 'warning'].includes(message.type()) && !message.text().includes('blocked by Playwright');
    if (faulty) faults.console.push(`${page.url()}: ${message.text()}`);
  });
  page.on('pageerror', (problem) => faults.console.push(`${page.url()}: ${problem.message}`));
  page.on('response', (response) => {
    if (response.status() >= 400) faults.failed.push(`${response.status()} ${response.url()}`);
  });
  // Aborted because the reader went to another page; or refused without JavaScript, where a page names its modules in
  // advance.
  const harmless = ['net::ERR_ABORTED', ...(options.javaScriptEnabled === false ? ['csp'] : [])];
  context.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? '';
    const url = new URL(request.url());
    if (url.host === host && !harmless.includes(reason)) faults.failed.push(`${reason} ${request.url()}`);
    // What the policy of a page refuses is not asked for.
    if (/^https?:$/.test(url.protocol) && url.host !== host && reason !== 'csp') faults.foreign.push(request.url());
  });
  return { context, page, faults, asked };
}

export const noFaults: Faults = { console: [], foreign: [], failed: [] };

/** Waits until the page has reached a path, because a click ends before the next page is there. */
export const arrive = (page: Page, path: string): Promise<void> => page.waitForURL((url) => url.pathname === path);

/** Waits until the page is complete and no search is being loaded. */
export const settle = (page: Page): Promise<unknown> =>
  page.waitForFunction(
    () =>
      document.readyState === 'complete' &&
      !document.querySelector('[aria-busy="true"]') &&
      document.querySelector('#search-status')?.textContent !== '',
  );
