import { creator, type Saved } from './saved.ts';

const types: Readonly<Record<string, string>> = {
  article: 'journalArticle',
  incollection: 'bookSection',
  inbook: 'bookSection',
  book: 'book',
  phdthesis: 'thesis',
  thesis: 'thesis',
  techreport: 'report',
  report: 'report',
  inproceedings: 'conferencePaper',
  online: 'webpage',
  misc: 'document',
};

/** Removes TeX: known commands and signs are replaced, unknown commands stay, braces go. */
const plain = (text: string): string =>
  text
    .replace(/\\textit\{([^}]*)\}/gu, '$1')
    .replaceAll('\\textasciicircum', '\u02c6')
    .replace(/\$([^$]+)\$/gu, '$1')
    .replace(/(?<!\\)[{}]+/gu, '')
    .replace(/\\([#$%&~_^{}])/gu, '$1');

/** Cuts where no brace is open, so that a text in braces is one name and one part. */
function unprotected(text: string, at: RegExp): string[] {
  let open = 0;
  let from = 0;
  const parts: string[] = [];
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '\\') i++;
    else if (text[i] === '{') open++;
    else if (text[i] === '}') open--;
    else if (open === 0) {
      const cut = at.exec(text.slice(i));
      if (cut?.index !== 0) continue;
      parts.push(text.slice(from, i));
      from = i + cut[0].length;
      i = from - 1;
    }
  }
  return [...parts, text.slice(from)];
}

/** `von Last, Jr, First`: the suffix follows the given names. */
function author(name: string): string {
  const [family = '', ...more] = unprotected(name, /^\s*,\s*/u);
  const given = more.pop();
  return creator(
    plain(family),
    [given, ...more]
      .filter(Boolean)
      .map((part) => plain(part ?? ''))
      .join(', '),
  );
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** "BibTeX", which reads BibLaTeX too, but neither `langid` nor `annotation`. */
export function fromBibtex(text: string): Saved[] {
  return text.split(/^(?=@)/mu).flatMap((entry) => {
    const itemType = types[/^@(\w+)\{/u.exec(entry)?.[1] ?? ''];
    if (!itemType) return [];
    const fields = new Map(
      [...entry.matchAll(/^ {2}(\w+) = (?:\{(.*)\}|(\w+)),$/gmu)].map(([, name = '', braced, bare]) => [
        name,
        braced ?? bare ?? '',
      ]),
    );
    const raw = (...names: string[]) => names.map((name) => fields.get(name)).find(Boolean);
    const one = (...names: string[]) => {
      const value = raw(...names);
      return value === undefined ? undefined : plain(value);
    };
    const month = months.indexOf(raw('month') ?? '') + 1;
    const isWhole = itemType === 'book' || itemType === 'thesis';
    const eprint = (kind: string) => (raw('eprinttype')?.toLowerCase() === kind ? one('eprint') : undefined);
    return {
      itemType,
      title: one('title'),
      creators: fields.has('author') ? unprotected(raw('author') ?? '', /^\s+and\s+/iu).map(author) : [],
      date:
        one('date') ??
        ([one('year'), month ? String(month).padStart(2, '0') : '', one('day')?.padStart(2, '0')]
          .filter(Boolean)
          .join('-') ||
          undefined),
      journal: isWhole ? undefined : one('journaltitle', 'journal', 'booktitle'),
      abbreviation: one('shortjournal'),
      publisher: one('publisher', 'school', 'institution', 'organization'),
      issn: one('issn'),
      volume: one('volume'),
      issue: one('number'),
      pages: isWhole ? undefined : one('pages')?.replaceAll('--', '-'),
      doi: one('doi'),
      pmid: one('pmid') ?? eprint('pubmed'),
      pmcid: one('pmcid'),
      url: raw('url'),
      language: one('language'),
      abstract: one('abstract'),
      tags: one('keywords')?.split(/\s*[,;]\s*/u) ?? [],
      notes: [one('note'), one('annote')].filter((note): note is string => !!note),
    };
  });
}
