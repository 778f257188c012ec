import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { launchChromium, noFaults, openPage, type Opened } from './browser.ts';
import { serveSite, type ServedSite, type SiteRequest } from './site.ts';

/** A site that is served, with a Chromium to read it. Both are ready before the first test. */
export interface Stage {
  readonly browser: Browser;
  readonly served: ServedSite;
  /** A page of a new reader. It stays open as long as the browser. */
  open(options?: BrowserContextOptions): Promise<Opened>;
  /**
   * Opens a page of the site (a path without the base), does something there as a new reader, and asserts that nothing
   * went wrong.
   */
  visit(
    path: string,
    act: (page: Page, opened: Opened) => Promise<void>,
    options?: BrowserContextOptions,
  ): Promise<void>;
}

/** Prepares the stage for the file or group that calls it, and clears it after the tests. */
export function stage(request: SiteRequest = {}): Stage {
  let browser: Browser;
  let served: ServedSite;
  beforeAll(async () => {
    served = await serveSite(request);
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser.close();
    await served.close();
  });

  const open = (options?: BrowserContextOptions): Promise<Opened> => openPage(browser, served.url, options);
  return {
    get browser() {
      return browser;
    },
    get served() {
      return served;
    },
    open,
    async visit(path, act, options) {
      const opened = await open(options);
      try {
        await opened.page.goto(served.url + path);
        await act(opened.page, opened);
      } finally {
        await opened.context.close();
        // Shown together with the failure of `act`: a fault is often its cause.
        expect.soft(opened.faults).toEqual(noFaults);
      }
    },
  };
}
