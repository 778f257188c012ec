/**
 * Asks Crossref's REST API for the record of a DOI (https://api.crossref.org/). One question at a time, with an address to
 * write to, as Crossref asks of programs ("polite" use); no answer is followed to another host.
 */

import { z } from 'zod';

export interface Asking {
  server: URL;
  /** An address to which Crossref can write where a program troubles it. */
  mailto?: string | undefined;
  /** Milliseconds between two questions, and until an answer must be there. */
  pause: number;
  timeout: number;
  /** How often a question is asked again after trouble that may pass. */
  retries: number;
  wait: (milliseconds: number) => Promise<void>;
}

/** What Crossref's public service is asked with. */
export const gentle = {
  server: new URL('https://api.crossref.org'),
  pause: 250,
  timeout: 30_000,
  retries: 3,
  wait: (milliseconds: number): Promise<void> => new Promise((done) => setTimeout(done, milliseconds)),
};

/** A record is some ten kilobytes; the longest, of collaborations with thousands of authors, have a megabyte or two. */
const mostBytes = 8 * 2 ** 20;
/** The longest time that a server may ask to wait before the next question; a longer one ends the run. */
const longestWait = 60_000;

export type Work = z.infer<typeof workSchema>;
const workSchema = z.looseObject({ DOI: z.string(), type: z.string() });
const answerSchema = z.looseObject({ 'message-type': z.literal('work'), message: workSchema });

/** `trouble`: the server or the network gives no answer now; `odd`: it gives one that cannot be used. */
export type Answer = { work: Work } | { none: 'not-registered' } | { none: 'trouble' | 'odd'; seen: string };

/** The address that is asked for a DOI. */
export function questionFor(doi: string, { server, mailto }: Pick<Asking, 'server' | 'mailto'>): URL {
  const url = new URL(`/works/${encodeURIComponent(doi)}`, server);
  if (mailto) url.searchParams.set('mailto', mailto);
  return url;
}

/** Crossref's record of a DOI, or why there is none. Trouble that may pass is waited for, and the question is asked again. */
export async function ask(doi: string, asking: Asking): Promise<Answer> {
  for (let tried = 0; ; tried++) {
    const answer = await askOnce(doi, asking);
    const mayPass = 'none' in answer && answer.none === 'trouble' && tried < asking.retries;
    const again =
      'again' in answer && typeof answer.again === 'number' ? answer.again : asking.pause * 4 ** (tried + 1);
    if (!mayPass || again > longestWait) return answer;
    await asking.wait(again);
  }
}

const trouble = (seen: string, again?: number): Answer & { again?: number } => ({
  none: 'trouble',
  seen,
  ...(again === undefined ? {} : { again }),
});
const odd = (seen: string): Answer => ({ none: 'odd', seen });

async function askOnce(doi: string, asking: Asking): Promise<Answer & { again?: number }> {
  const about = asking.mailto ? ` (mailto:${asking.mailto})` : '';
  try {
    const response = await fetch(questionFor(doi, asking), {
      headers: { accept: 'application/json', 'user-agent': `alliance-review${about}` },
      // An answer that leads to another host is not an answer of Crossref.
      redirect: 'manual',
      signal: AbortSignal.timeout(asking.timeout),
    });
    if (response.ok) return workIn(await bodyOf(response), doi);
    await response.body?.cancel();
    if (response.status === 404) return { none: 'not-registered' };
    if (response.status === 429 || response.status >= 500)
      return trouble(`status ${response.status}`, delayOf(response.headers.get('retry-after')));
    return odd(`status ${response.status}`);
  } catch (problem) {
    return trouble(problem instanceof Error ? `${problem.message}${causeOf(problem)}` : String(problem));
  }
}

/** How long a server asks to wait, in milliseconds: `Retry-After` is seconds or a date (RFC 9110, 10.2.3). */
function delayOf(retryAfter: string | null): number | undefined {
  const delay = /^\d{1,9}$/u.test(retryAfter ?? '')
    ? Number(retryAfter) * 1000
    : Date.parse(retryAfter ?? '') - Date.now();
  return delay > 0 ? delay : undefined;
}

const causeOf = ({ cause }: Error): string => (cause instanceof Error ? `: ${cause.message}` : '');

/** The text of an answer; `undefined` if it is longer than any record. */
async function bodyOf(response: Response): Promise<string | undefined> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of response.body ?? []) {
    const bytes = part as Uint8Array;
    parts.push(bytes);
    length += bytes.length;
    // Leaving the loop ends the answer.
    if (length > mostBytes) return undefined;
  }
  return Buffer.concat(parts).toString('utf8');
}

function workIn(body: string | undefined, doi: string): Answer {
  if (body === undefined) return odd(`an answer of more than ${mostBytes / 2 ** 20} MB`);
  let written: unknown;
  try {
    written = JSON.parse(body);
  } catch {
    return odd('an answer that is no JSON');
  }
  const answer = answerSchema.safeParse(written).data;
  if (!answer) return odd('an answer that is no record of a work');
  const { message } = answer;
  return message.DOI.toLowerCase() === doi.toLowerCase() ? { work: message } : odd(`the record of ${message.DOI}`);
}
