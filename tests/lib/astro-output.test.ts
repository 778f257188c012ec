import { expect, test } from 'vitest';
import { failureOf } from '../../scripts/lib/astro-output.ts';

/** Stretches of what Astro 7 prints, as it prints them. */
const progress = '10:00:02 [types] Generated 1.68s\n10:00:02 [build] Building static entrypoints...\n';
const trace = `  Stack trace:
    at TransformPluginContextImpl.handler (file:///x/node_modules/@astrojs/mdx/dist/vite-plugin-mdx.js:64:17)
    at async plugin.<computed> (file:///x/node_modules/rolldown/dist/shared/bindingify-input-options.mjs:2343:12)
`;

test('a tag without its end is reported at its line of the essay', () => {
  const output = `${progress}10:00:03 [ERROR] [vite] ✗ Build failed in 623ms
47:1: Expected a closing tag for \`<b>\` (47:1) before the end of \`paragraph\` (mdx-jsx:unexpected-character)
  Location:
    /review/themes/refugees/zh.mdx:47:1
${trace}`;
  expect(failureOf(output, '/review')).toEqual({
    place: { file: 'themes/refugees/zh.mdx', line: 47, columns: [1, 2] },
    message: 'Expected a closing tag for `<b>` (47:1) before the end of `paragraph` (mdx-jsx:unexpected-character)',
  });
});

test('code that fails while a page is made is reported with its essay', () => {
  const output = `${progress}10:00:26   ├─ /zh/themes/refugees/index.html10:00:26 [ERROR] Error: boom
    at file:///x/.astro/.prerender/chunks/zh_XJZmV4WW.mjs:228:10
10:00:26 [ERROR] [build] Caught error rendering /repo/zh/themes/refugees/: Error: boom
boom
  Hint:
    This issue often occurs when your MDX component encounters runtime errors.
${trace}`;
  expect(failureOf(output, '/review')).toEqual({ place: { file: 'themes/refugees/zh.mdx' }, message: 'boom' });
});

test('a missing file is reported without the frame of code around it', () => {
  const output = `${progress}10:00:42 [ERROR] [vite] ✗ Build failed in 471ms
\u001b[31m[UNRESOLVED_IMPORT] \u001b[0mCould not resolve './nothing.ts' in ../review/themes/refugees/zh.mdx
   ╭─[ ../review/themes/refugees/zh.mdx:2:15 ]
   │
 2 │ import X from "./nothing.ts";
   │               ───────┬──────  
───╯

  Location:
    /review/themes/refugees/zh.mdx:2:14
`;
  expect(failureOf(output, '/review')).toEqual({
    place: { file: 'themes/refugees/zh.mdx' },
    message: "[UNRESOLVED_IMPORT] Could not resolve './nothing.ts' in ../review/themes/refugees/zh.mdx",
  });
});

test.each(['', progress, `${progress}\n generating static routes \nno such thing\n${trace}`])(
  'what says no place is told without a trace: %j',
  (output) => {
    const { place, message } = failureOf(output, '/review');
    expect(place).toEqual({ file: '/review' });
    expect(message).toMatch(/^no message that says why$|^generating static routes\nno such thing$/);
  },
);
