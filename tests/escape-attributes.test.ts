import { unified } from 'unified';
import rehypeParse from 'rehype-parse';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { escapeAttributes } from '../scripts/escape-attributes.ts';

const cases: Record<string, [html: string, hardened: string]> = {
  'a tag inside an attribute': ['<meta content="a <!--<script> b">', '<meta content="a &lt;!--&lt;script> b">'],
  'an ampersand': ['<a title="x&amp;y">a &amp; b</a>', '<a title="x&#38;y">a &#38; b</a>'],
  'single quotes': ["<p title='<b>'>", "<p title='&lt;b>'>"],
  'a script, byte for byte': [
    '<script type="application/ld+json">{"a":"&amp; \\u003cb"}</script><p title="<">',
    '<script type="application/ld+json">{"a":"&amp; \\u003cb"}</script><p title="&lt;">',
  ],
  'a style, byte for byte': ['<style>a>b{content:"&amp;<"}</style>&amp;', '<style>a>b{content:"&amp;<"}</style>&#38;'],
  'a comment': ['<!-- <b title="<"> &amp; -->&amp;', '<!-- <b title="<"> &amp; -->&#38;'],
  'references to references': ['&amp;lt;b&amp;gt;', '&#38;lt;b&#38;gt;'],
  'text that is no tag': ['1 < 2 &amp; <', '1 < 2 &#38; <'],
  'a doctype and end tags': ['<!doctype html></p>', '<!doctype html></p>'],
};

test.each(Object.entries(cases))('%s', (_name, [html, hardened]) => {
  expect(escapeAttributes(html)).toBe(hardened);
});

/** The tree that browsers make, without places in the text. */
const treeOf = (html: string): string =>
  JSON.stringify(unified().use(rehypeParse, { fragment: true }).parse(html), (key, value: unknown) =>
    key === 'position' || key === 'data' ? undefined : value,
  );

const escapeText = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const escapeValue = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&#34;');

test('a parser reads the same page before and after', () => {
  const words = fc.string({
    unit: fc.constantFrom('<', '>', '&', '"', "'", '!', '-', '/', 'script', 'a', ' ', '=', ';', 'lt'),
  });
  fc.assert(
    fc.property(words, words, (text, value) => {
      const html = `<p title="${escapeValue(value)}">${escapeText(text)}<script>"&amp;"</script></p>`;
      expect(treeOf(escapeAttributes(html))).toBe(treeOf(html));
      expect(escapeAttributes(escapeAttributes(html))).toBe(escapeAttributes(html));
    }),
    { seed: 20261121, numRuns: 300 },
  );
});
