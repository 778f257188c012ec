import type { Format } from '../format.ts';
import { fitsSite, type Site } from './sites/site-file.ts';
import { readHtmlPage } from './html-pages.ts';

/**
 * A page saved as HTML: its metadata (Highwire, Dublin Core, Open Graph, JSON-LD), then its text, by the one site file that
 * fits.
 */
export const savedHtmlOf = (sites: readonly Site[]): Format => ({
  name: 'saved-html',
  title: { en: 'Saved web page (HTML)', zh: '保存的网页(HTML)' },
  trust: 'saved-page',
  claims: ({ text }) =>
    /^\ufeff?\s*(?:<!--[^]{0,2000}?-->\s*)?(?:<!doctype\s+html|<html[\s>]|<head[\s>])/iu.test(text.slice(0, 4000)),
  read: (source) => {
    const [site, second] = sites.filter((one) => fitsSite(one, source));
    return readHtmlPage(source, second ? undefined : site);
  },
});
