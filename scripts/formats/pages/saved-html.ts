/** The format of pages saved as HTML, and how to recognise them. */

import type { SourceText } from '#domain/source';
import type { Format } from '../format.ts';
import { fitsSite, type Site } from './sites/site-file.ts';
import { readHtmlPage } from './html-pages.ts';

/** Whether a source is a page that is saved as HTML. */
export const isSavedHtml = ({ text }: SourceText): boolean =>
  /^\ufeff?\s*(?:<!--[^]{0,2000}?-->\s*)?(?:<!doctype\s+html|<html[\s>]|<head[\s>])/iu.test(text.slice(0, 4000));

/**
 * A page saved as HTML: its metadata (Highwire, Dublin Core, Open Graph, JSON-LD), then its text, by the one site file that
 * fits.
 */
export const savedHtmlOf = (sites: readonly Site[]): Format => ({
  name: 'saved-html',
  title: { en: 'Saved web page (HTML)', zh: '保存的网页(HTML)' },
  trust: 'saved-page',
  claims: isSavedHtml,
  read: (source) => {
    const [site, second] = sites.filter((one) => fitsSite(one, source));
    return readHtmlPage(source, second ? undefined : site);
  },
});
