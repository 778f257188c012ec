import { expect, test } from 'vitest';
import { scanTags } from '../../scripts/audit/scan.ts';

const tagsOf = (html: string) =>
  [...scanTags(html)].map(({ name, attributes, text }) => [name, Object.fromEntries(attributes), text]);

const cases: Record<string, [html: string, tags: unknown[]]> = {
  'attributes of every kind': [
    `<a href="/x/" title='a "b"' data-n=3 hidden>`,
    [['a', { href: '/x/', title: 'a "b"', 'data-n': '3', hidden: '' }, undefined]],
  ],
  'upper case and line breaks': ['<IMG\n SRC = "a.png"\n/>', [['img', { src: 'a.png' }, undefined]]],
  'the first of two attributes counts': ['<p id="a" id="b">', [['p', { id: 'a' }, undefined]]],
  'references in values': [
    '<a href="?a=1&amp;b=&#x4e2d;&#65;&unknown;">',
    [['a', { href: '?a=1&b=中A&unknown;' }, undefined]],
  ],
  'a greater-than sign inside a value': ['<a title="a > b" id="x">', [['a', { title: 'a > b', id: 'x' }, undefined]]],
  'no tags inside a script': [
    '<script>"<b id=x>"</script><i>',
    [
      ['script', {}, '"<b id=x>"'],
      ['i', {}, undefined],
    ],
  ],
  'no tags inside a comment': ['<!-- <b> --><i>', [['i', {}, undefined]]],
  'no end tags, no declarations': ['<!doctype html></p><?x?><i>', [['i', {}, undefined]]],
  'a tag that never ends': ['<a href="/x', [['a', { href: '' }, undefined]]],
  'a script that never ends': ['<script>x', [['script', {}, 'x']]],
  'text alone': ['a < b & c', []],
};

test.each(Object.entries(cases))('%s', (_name, [html, tags]) => {
  expect(tagsOf(html)).toEqual(tags);
});

test('a megabyte of brackets is read in one pass', () => {
  expect(tagsOf('<'.repeat(1_000_000))).toEqual([]);
  expect(tagsOf(`<a ${'='.repeat(1_000_000)}`)).toHaveLength(1);
});
