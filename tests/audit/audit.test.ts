import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { auditSite, checks } from '../../scripts/audit/index.ts';
import { budgets } from '../../scripts/audit/checks/budgets.ts';
import { wantedFiles } from '../../scripts/audit/checks/counts.ts';
import { temporaryFolder } from '../support/folder.ts';

const origin = 'https://review.example';
const paper = 'lee-2024-one-two-three';

/** A page that follows every rule. */
function page(file: string): string {
  const path = file.replace(/index\.html$/, '');
  const [english, chinese] = path.startsWith('zh/') ? [path.slice(3), path] : [path, `zh/${path}`];
  return `<!doctype html><html lang="${path.startsWith('zh/') ? 'zh-Hans' : 'en'}"><head><title>A page</title>
<meta http-equiv="content-security-policy" content="default-src 'self'; script-src 'self'; require-trusted-types-for 'script'; trusted-types site">
${file.includes('/source/') ? '<meta name="robots" content="noindex">' : ''}
<link rel="canonical" href="${origin}/${path}"><link rel="alternate" hreflang="en" href="${origin}/${english}">
<link rel="alternate" hreflang="zh-Hans" href="${origin}/${chinese}"><link rel="stylesheet" href="/style.css">
</head><body><h1 id="top">A page</h1><a href="#top">Top</a><a href="/papers/">Papers</a></body></html>`;
}

type Files = Record<string, string>;

/** The smallest valid content for each file ending. */
const contents: Record<string, string> = { json: '{}', jsonl: '{}\n', xml: '<x/>' };

function soundSite(): Files {
  const files: Files = { 'style.css': 'p{}' };
  for (const file of wantedFiles({
    papers: [paper],
    themes: ['interpreters'],
    takenOut: [],
    languages: ['en', 'zh'],
    sourceLanguages: ['en', 'zh'],
    twins: 'all',
  }))
    files[file] = file.endsWith('.html') ? page(file) : (contents[file.split('.').at(-1) ?? ''] ?? '@article{}');
  files['404.html'] = page('404.html').replace(/<link rel="(canonical|alternate)"[^>]*>/g, '');
  const listed = Object.keys(files).filter((file) => file.endsWith('index.html') && !file.includes('/source/'));
  const entries = listed.map((file) => `<url><loc>${origin}/${file.replace(/index\.html$/, '')}</loc></url>`);
  files['sitemap-0.xml'] = `<urlset>${entries.join('')}</urlset>`;
  files['sitemap-index.xml'] = `<sitemapindex><sitemap><loc>${origin}/sitemap-0.xml</loc></sitemap></sitemapindex>`;
  return files;
}

/** The rules that a site breaks after a change. */
async function rulesBroken(change: (files: Files) => void): Promise<string[]> {
  const files = soundSite();
  change(files);
  const content = temporaryFolder({ [`papers/${paper}.json`]: '{}', 'themes/interpreters/en.mdx': '' });
  const input = { folder: temporaryFolder(files), content, base: '/', site: origin };
  return [...new Set((await auditSite(input)).map(({ rule }) => rule))].sort();
}

const home = 'index.html';
const into =
  (html: string, file = home) =>
  (files: Files) => {
    files[file] = (files[file] ?? '').replace('</body>', `${html}</body>`);
  };
const swap =
  (from: string, to: string, file = home) =>
  (files: Files) => {
    files[file] = (files[file] ?? '').replace(from, to);
  };
const hash = createHash('sha256').update('run()').digest('base64');

const broken: Record<string, [rule: string, change: (files: Files) => void]> = {
  'a paper without source pages': [
    'page-missing',
    (files) => {
      delete files[`papers/${paper}/source/index.html`];
      delete files[`zh/papers/${paper}/source/index.html`];
    },
  ],
  'a paper without its RIS': ['page-missing', (files) => delete files[`papers/${paper}.ris`]],
  'a page of no paper': [
    'page-without-record',
    (files) => {
      for (const file of ['papers/roe-2020-a-b-c/index.html', 'zh/papers/roe-2020-a-b-c/index.html']) {
        files[file] = page(file);
        files['sitemap-0.xml'] += '';
        swap(
          '</urlset>',
          `<url><loc>${origin}/${file.replace('index.html', '')}</loc></url></urlset>`,
          'sitemap-0.xml',
        )(files);
      }
    },
  ],
  'a link to nothing': ['link-broken', into('<a href="/nowhere/">x</a>')],
  'a relative link to nothing': ['link-broken', into('<a href="nowhere/">x</a>')],
  'a quotation of no page': ['link-broken', into('<q cite="/papers/none/">x</q>')],
  'a fragment of no element': ['fragment-broken', into('<a href="/papers/#none">x</a>')],
  'a link that runs code': ['inline-code-refused', into('<button formaction=" JavaScript:x()">x</button>')],
  'a link to a file': ['link-unsafe', into('<a href="file:///etc/passwd">x</a>')],
  'an id twice': ['id-doubled', into('<p id="top">')],
  'a label for nothing': ['reference-broken', into('<label for="none">x</label>')],
  'a description that is not there': ['reference-broken', into('<p aria-describedby="top none">x</p>')],
  'a wrong language': ['language-wrong', swap('lang="en"', 'lang="zh-Hans"')],
  'no language': ['language-wrong', swap('lang="zh-Hans"', '', 'zh/index.html')],
  'no hreflang to the twin': ['hreflang-wrong', swap('hreflang="zh-Hans"', '')],
  'a canonical of another page': [
    'canonical-wrong',
    swap(`"canonical" href="${origin}/"`, `"canonical" href="${origin}/papers/"`),
  ],
  'two h1': ['heading-wrong', into('<h1>x</h1>')],
  'no title': ['heading-wrong', swap('<title>A page</title>', '')],
  'a picture of another host': ['other-host-asked', into('<img src="https://a.invalid/x.png">')],
  'a host named without a scheme': ['other-host-asked', into('<script src="//a.invalid/x.js"></script>')],
  'a picture set of another host': [
    'other-host-asked',
    into('<img srcset="/style.css 1x, https://a.invalid/x.png 2x">'),
  ],
  'a connection made early': ['other-host-asked', into('<link rel="preconnect" href="https://a.invalid">')],
  'a script that is not there': ['resource-missing', into('<script src="/none.js"></script>')],
  'no policy': ['policy-missing', swap('http-equiv="content-security-policy"', '')],
  'a policy that lets everything run': ['policy-weak', swap("script-src 'self'", "script-src 'self' 'unsafe-inline'")],
  'a policy that lets texts become scripts': ['policy-weak', swap("; require-trusted-types-for 'script'", '')],
  'a policy that lets any script trust a text': [
    'policy-weak',
    swap('trusted-types site', "trusted-types site 'allow-duplicates'"),
  ],
  'a policy that lets another host in': ['policy-weak', swap("script-src 'self'", 'script-src https://a.invalid')],
  'an inline script': ['inline-code-refused', into('<script>run()</script>')],
  'an inline handler': ['inline-code-refused', into('<p onclick="run()">x</p>')],
  'a style attribute': ['inline-code-refused', into('<p style="color:red">x</p>')],
  'a policy that lets strings become code': ['policy-weak', swap("script-src 'self'", "script-src 'wasm-unsafe-eval'")],
  'a script with schemas': ['schemas-in-browser', (files) => (files['page.js'] = 'var a=b(`ZodString`,c)')],
  'a source page without noindex': [
    'source-page-indexed',
    (files) => {
      swap('content="noindex"', '', `papers/${paper}/source/index.html`)(files);
      swap('</urlset>', `<url><loc>${origin}/papers/${paper}/source/</loc></url></urlset>`, 'sitemap-0.xml')(files);
    },
  ],
  'a feed that is not XML': ['xml-broken', (files) => (files['feed.xml'] = '<feed><a></feed>')],
  'data that is not JSON': ['json-broken', (files) => (files['manifest.webmanifest'] = '{')],
  'a list in which one record is broken': ['json-broken', (files) => (files['x.json'] = '[\n{"a":1},\n{"a":}\n]\n')],
  'a list that was cut short': ['json-broken', (files) => (files['x.json'] = '[\n{"a":1},\n{"a":1}')],
  'a list with a stray comma': ['json-broken', (files) => (files['x.json'] = '[\n{"a":1},\n\n]\n')],
  'a broken JSON-LD': ['json-broken', into('<script type="application/ld+json">{</script>')],
  'no sitemap': ['sitemap-wrong', (files) => delete files['sitemap-index.xml']],
  'a sitemap with a source page': [
    'sitemap-wrong',
    swap('</urlset>', `<url><loc>${origin}/papers/${paper}/source/</loc></url></urlset>`, 'sitemap-0.xml'),
  ],
  'a sitemap without a page': ['sitemap-wrong', swap(`<url><loc>${origin}/papers/</loc></url>`, '', 'sitemap-0.xml')],
  'a heavy page': ['page-over-budget', into(`<p>${'a'.repeat(100_000)}</p>`)],
  'a heavy script': [
    'script-over-budget',
    (files) => {
      files['big.js'] = ' '.repeat(budgets.script + 1);
      into('<script src="/big.js"></script>')(files);
    },
  ],
  'a heavy script that is loaded later': [
    'script-on-demand-over-budget',
    (files) => (files['_astro/engine.js'] = ' '.repeat(400_001)),
  ],
  'a heavy file of citation styles': ['styles-over-budget', (files) => (files['styles/a.pack'] = ' '.repeat(80_001))],
  'a heavy style': ['style-over-budget', (files) => (files['style.css'] = ' '.repeat(budgets.style + 1))],
};

describe('audit', () => {
  test('a sound site breaks no rule', async () => {
    expect(await rulesBroken(() => undefined)).toEqual([]);
  });

  test('an inline script is allowed where the policy has its hash', async () => {
    const change = (files: Files) => {
      swap("script-src 'self'", `script-src 'self' 'sha256-${hash}'`)(files);
      into('<script>run()</script>')(files);
    };
    expect(await rulesBroken(change)).toEqual([]);
  });

  test.each(Object.entries(broken))('%s', async (_name, [rule, change]) => {
    expect(await rulesBroken(change)).toEqual([rule]);
  });

  test('every kind of error has a case here', () => {
    const tried = new Set([...Object.values(broken).map(([rule]) => rule), 'twin-missing']);
    expect(checks.map(({ rule }) => rule).filter((rule) => !tried.has(rule))).toEqual([]);
  });

  test('a page without its twin', async () => {
    const alone = page('map/index.html').replace(/<link rel="(canonical|alternate)"[^>]*>/g, '');
    const rules = await rulesBroken(
      (files) => (files['map/index.html'] = alone.replace('<head>', '<head><meta name="robots" content="noindex">')),
    );
    expect(rules).toEqual(['twin-missing']);
  });

  test('a fault on every page is reported twenty times and counted', async () => {
    const broken = page('index.html').replace('http-equiv', 'x');
    const folder = temporaryFolder(Object.fromEntries(Array.from({ length: 30 }, (_, i) => [`${i}.html`, broken])));
    const notices = await auditSite({ folder, content: folder, base: '/', site: origin });
    const told = notices.filter(({ rule }) => rule === 'policy-missing');
    expect(told).toHaveLength(21);
    expect(told.at(-1)?.seen).toMatch(/^and 10 more/);
  });
});
