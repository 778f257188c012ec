import { expect, test } from 'vitest';
import { sourceText } from '#domain/source';
import { detect } from '../../../scripts/pipeline/read/detect.ts';

const detected = (text: string) => detect(sourceText('file.xml', text));

test.each([
  ['collection', '<?xml version="1.0"?>\n<collection xmlns="http://www.loc.gov/MARC21/slim"><record/></collection>'],
  ['mets', '<!-- made by hand --><mets xmlns="http://www.loc.gov/METS/">Trust of carers</mets>'],
  [
    'article',
    '<?xml version="1.0"?><!DOCTYPE article PUBLIC "-//NLM//DTD JATS//EN" "JATS.dtd"><article><front/></article>',
  ],
])('XML of no known kind is no page: a notice names its root <%s>', (root, text) => {
  const { format, notices } = detected(text);
  expect(format.name).toBe('no-format');
  expect(notices).toMatchObject([{ severity: 'warning', rule: 'xml-of-no-known-kind', place: { file: 'file.xml' } }]);
  expect(notices[0]?.seen).toContain(`<${root}>`);
});

test.each([
  '<?xml version="1.0"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml"><body>Trust of carers</body></html>',
  '<p>Trust of carers</p>',
  'Trust of carers\n<mods xmlns="http://www.loc.gov/mods/v3">',
])('a page is none: %s', (text) => {
  expect(detected(text).notices).toEqual([]);
  expect(detected(text).format.name).not.toBe('no-format');
});
