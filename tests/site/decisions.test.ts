import { expect, test } from 'vitest';
import { correctionsInFile } from '../../src/site/decisions.ts';

const one = 'for: a.txt\nreason: x\nseen: [y]\n';

test.each([
  ['one', one, ['a.yaml']],
  ['a list', '- {for: a, reason: x, seen: [y]}\n- {for: b, reason: x, seen: [y]}\n', ['a.yaml', 'a.yaml#2']],
  ['documents', `${one}---\n${one}`, ['a.yaml', 'a.yaml#2']],
  ['one that does not fit', '- {for: a}\n- {for: b, reason: x, seen: [y]}\n', ['a.yaml#2']],
])('a file of corrections that holds %s names each as the records do', (_what, text, names) => {
  expect(correctionsInFile('a.yaml', text).map(({ file }) => file)).toEqual(names);
});
