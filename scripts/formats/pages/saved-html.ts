import type { Format } from '../format.ts';
import { readHtmlPage } from './html-pages.ts';

/** A page saved as HTML: its metadata (Highwire, Dublin Core, Open Graph, JSON-LD), then its text. */
export const savedHtml: Format = {
  name: 'saved-html',
  title: { en: 'Saved web page (HTML)', zh: '保存的网页(HTML)' },
  trust: 'saved-page',
  claims: ({ text }) =>
    /^\ufeff?\s*(?:<!--[^]{0,2000}?-->\s*)?(?:<!doctype\s+html|<html[\s>]|<head[\s>])/iu.test(text.slice(0, 4000)),
  read: (source) => readHtmlPage(source),
};
