/** Titles and abstracts of a paper, agreed from all its sources, each with its language and role. */

import type { DraftAbstract, DraftText, Read } from '#domain/draft';
import { isChinese, type Language } from '#domain/language';
import type { Abstract, Title } from '#domain/paper';
import { byRole, type Role } from '#domain/role';
import { foldForMatching, joinSentences, withoutFinalStop } from '#domain/text';
import { clean } from '#text/clean';
import { hasHan } from '#text/han';
import { cleanMarks } from './clean.ts';
import type { Member } from './members.ts';
import { joinOrigins } from './origins.ts';
import { cutSections, type Anchors } from './sections.ts';

const base = (language: Language): string => language.split('-')[0] ?? language;
const readsOf = ({ draft }: Member): Read<{ language: Language; role?: Role }>[] => [
  ...draft.titles,
  ...draft.abstracts,
];

/**
 * The language in which a paper was written, as its sources show. In this order: a page in two languages that says
 * which is the original; a source that states the language of the paper; the only language of its texts; the script of
 * its authors' names; the language that comes first.
 */
export function originalLanguage(members: readonly Member[]): string | undefined {
  const languagesOf = (member: Member): Set<string> => new Set(readsOf(member).map((it) => base(it.value.language)));
  const saidBy = (some: readonly Member[]): string | undefined =>
    some.flatMap(readsOf).find((it) => it.value.role === 'original')?.value.language;
  const said = saidBy(members.filter((member) => languagesOf(member).size > 1)) ?? saidBy(members);
  if (said) return base(said);
  const human = members.flatMap(readsOf).filter((it) => it.value.role !== 'machine-translation');
  const languages = [...new Set(human.map((it) => base(it.value.language)))];
  const stated = members.map((member) => member.draft.language?.value).find(Boolean);
  if (stated && (languages.length === 0 || languages.includes(base(stated)))) return base(stated);
  if (languages.length < 2) return languages[0];
  const names = members.flatMap(({ draft }) => draft.authors.map((it) => it.value.name.written));
  if (names.length) {
    const chinese = names.every((name) => hasHan(name));
    const fitting = languages.find((language) => isChinese(language) === chinese);
    if (fitting) return fitting;
  }
  return languages[0];
}

function roleOf(value: { language: Language; role?: Role }, original: string | undefined): Role {
  if (value.role && value.role !== 'original') return value.role;
  return original === undefined || base(value.language) === original ? 'original' : 'translation';
}

/** A title in the form in which titles of one language are compared. */
export const plainTitle = (text: string): string => foldForMatching(withoutFinalStop(text));

/** Every title once: for each language and role the most believed, with the others beside it. */
export function agreedTitles(members: readonly Member[], original: string | undefined): Title[] {
  const titles: Title[] = [];
  for (const { value, at } of members.flatMap((member) => member.draft.titles)) {
    const title = titleOf(value, roleOf(value, original));
    if (!title.text || !at.length) continue;
    const same = titles.find((it) => it.language === title.language && plainTitle(it.text) === plainTitle(title.text));
    const rival = titles.find((it) => it.language === title.language && it.role === title.role);
    if (same) {
      same.from = joinOrigins(same.from, at);
      // One page says that a machine made these words; that other pages do not say so does not contradict it.
      if (title.role === 'machine-translation') same.role = title.role;
    } else if (rival) addOther(rival, title.text, at);
    else titles.push({ ...title, from: [...at] });
  }
  return titles.sort(byRole);
}

function titleOf({ language, text, marks }: DraftText, role: Role): Omit<Title, 'from'> {
  const cleaned = clean(text);
  const kept = cleanMarks(marks, cleaned?.to);
  return { language, role, text: cleaned?.text ?? text, ...(kept ? { marks: kept } : {}) };
}

function addOther(holder: Title | Abstract, text: string, at: Title['from']): void {
  const others = (holder.others ??= []);
  const known = others.find((it) => plainTitle(it.text) === plainTitle(text));
  if (known) known.from = joinOrigins(known.from, at);
  else others.push({ text, from: [...at] });
}

/** The text of an abstract that is not cut into sentences: "Label: text" for each section. */
export function wholeText(abstract: Pick<Abstract, 'language' | 'sections'>): string {
  const colon = isChinese(abstract.language) ? '：' : ': ';
  return abstract.sections
    .map(({ label, blocks }) => {
      const text = blocks.map((block) =>
        joinSentences(
          block.sentences.map((it) => it.text),
          abstract.language,
        ),
      );
      return (label ? label + colon : '') + joinSentences(text, abstract.language);
    })
    .join(isChinese(abstract.language) ? '' : ' ');
}

/** For each language and role one abstract: the most believed, unless another contains it and is longer. */
export function agreedAbstracts(
  members: readonly Member[],
  original: string | undefined,
  anchors: Anchors,
): Abstract[] {
  const groups = new Map<string, { role: Role; reads: Read<DraftAbstract>[] }>();
  for (const read of members.flatMap((member) => member.draft.abstracts)) {
    const role = roleOf(read.value, original);
    const key = `${read.value.language} ${role}`;
    const group = groups.get(key) ?? { role, reads: [] };
    group.reads.push(read);
    groups.set(key, group);
  }
  const abstracts = [...groups.values()].flatMap(({ role, reads }) => mergeAbstracts(reads, role, anchors));
  return abstracts.sort(byRole);
}

function mergeAbstracts(reads: readonly Read<DraftAbstract>[], role: Role, anchors: Anchors): Abstract[] {
  const letters = (read: Read<DraftAbstract>): string =>
    foldForMatching(read.value.sections.flatMap((it) => it.blocks.map((block) => block.text)).join('')).replace(
      /[^\p{L}\p{N}]/gu,
      '',
    );
  const candidates = reads.filter((read) => read.at.length).map((read) => ({ read, letters: letters(read) }));
  const first = candidates[0];
  if (!first) return [];
  const best = candidates.reduce((a, b) =>
    b.letters.length > a.letters.length && b.letters.startsWith(a.letters) ? b : a,
  );
  const sections = cutSections(best.read.value.sections, anchors);
  if (!sections.length) return [];
  const abstract: Abstract = { language: best.read.value.language, role, sections, from: [...best.read.at] };
  for (const other of candidates) {
    if (other === best) continue;
    if (best.letters.includes(other.letters)) abstract.from = joinOrigins(abstract.from, other.read.at);
    else
      addOther(
        abstract,
        wholeText({ language: abstract.language, sections: cutSections(other.read.value.sections, new Map()) }),
        other.read.at,
      );
  }
  return [abstract];
}
