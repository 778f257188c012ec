/**
 * What Crossref's JSON has beside CSL's variables: notices about a work, its licence and full texts, its numbers elsewhere
 * (Crossref REST API, format of a work).
 */

import type { Statement } from '../draft/statement.ts';
import type { JsonNode } from '../text/json.ts';
import { join } from '../text/traced.ts';
import { statusOfLink } from '../values/retractions.ts';
import { isText, member, textStatement } from './json-members.ts';

/** The members that are read here. */
export const crossrefMembers: ReadonlySet<string> = new Set(['update-to', 'updated-by', 'relation', 'link']);

/** The statements of one of these members of a work. */
export function crossrefStatements(key: string, node: JsonNode, work: JsonNode): Statement[] {
  const all = [...node.members.values()];
  if (key === 'update-to') return all.flatMap(updateStatement);
  if (key === 'updated-by') return all.flatMap(noticeStatement);
  if (key === 'relation') return [...node.members].flatMap(([kind, list]) => sameElsewhere(kind, list));
  return openText(all, work);
}

/** `"update-to": [{"DOI": "10.1000/182", "type": "retraction"}]`: what the record of a notice is about. */
function updateStatement(update: JsonNode): Statement[] {
  const [doi, kind] = [member(update, 'DOI'), member(update, 'type')];
  return isText(doi) && isText(kind) ? [{ ...textStatement('updated-work', doi), label: kind.text.text }] : [];
}

/** `"updated-by": [{"DOI": "…", "type": "retraction"}]`: a notice about the work itself. */
function noticeStatement(notice: JsonNode): Statement[] {
  const [doi, kind] = [member(notice, 'DOI'), member(notice, 'type')];
  if (!isText(doi) || !isText(kind)) return [];
  if (statusOfLink(kind.text.text) === 'retracted') return [textStatement('retracted-in', doi)];
  return [{ ...textStatement('status', doi), label: kind.text.text }];
}

/** `"is-identical-to": [{"id-type": "pmid", "id": "…"}]`: the work's own number in PubMed. Other relations are of other works. */
function sameElsewhere(relation: string, related: JsonNode): Statement[] {
  if (!/^(?:is-identical-to|is-same-as)$/u.test(relation)) return [];
  return [...related.members.values()].flatMap((one) => {
    const [kind, id] = [member(one, 'id-type')?.text.text, member(one, 'id')];
    return isText(id) && (kind === 'pmid' || kind === 'pmcid') ? [textStatement(kind, id)] : [];
  });
}

/** The full text, where a licence of Creative Commons holds from the first day: its PDF, else its page. */
function openText(links: readonly JsonNode[], work: JsonNode): Statement[] {
  const licences = [...(member(work, 'license')?.members.values() ?? [])];
  const isOpen = licences.some(
    (one) =>
      /creativecommons\.org\//iu.test(member(one, 'URL')?.text.text ?? '') &&
      Number(member(one, 'delay-in-days')?.text.text ?? 0) === 0,
  );
  const typed = (type: string): JsonNode | undefined =>
    links.find((link) => member(link, 'content-type')?.text.text === type);
  const address = member(typed('application/pdf') ?? typed('text/html') ?? links[0], 'URL');
  return isOpen && isText(address) ? [textStatement('open-access', address)] : [];
}

const firstText = (node: JsonNode | undefined): JsonNode | undefined =>
  node?.kind === 'array' ? [...node.members.values()].find((one) => isText(one)) : isText(node) ? node : undefined;

/** A subtitle, which Crossref gives a member of its own; none where the title has it already. */
export function subtitleOf(work: JsonNode): JsonNode | undefined {
  const subtitle = firstText(member(work, 'subtitle'));
  const title = firstText(member(work, 'title'))?.text.text ?? '';
  return subtitle?.text.text.trim() && !title.includes(subtitle.text.text.trim()) ? subtitle : undefined;
}

/** The title and its subtitle as one. */
export function titleWithSubtitle(work: JsonNode): Statement[] {
  const parts = [firstText(member(work, 'title')), subtitleOf(work)].filter(isText);
  const [first, second] = parts;
  if (!first || !second) return [];
  const texts = parts.map(({ text }) => text);
  return [{ ...textStatement('title', first), value: join(texts, ': ') }];
}
