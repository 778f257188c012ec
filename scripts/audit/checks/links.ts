/**
 * Checks of addresses: every link and fragment inside the site leads somewhere, links have safe schemes, ids are
 * unique.
 */

import type { Check, Found } from '../check.ts';
import { targetOf, type Site } from '../site.ts';

export const links: readonly Check[] = [
  {
    rule: 'link-broken',
    severity: 'error',
    expected: 'every link inside the site leads to a page or file of it',
    remedy: 'make the address with src/site/urls.ts, or make the page',
    find: (site) =>
      eachLink(site, (target) => {
        if (target.kind === 'off-base') return `${target.path} is outside the base path ${site.base}`;
        return target.kind === 'inside' && !site.files.has(target.file) ? 'leads to no file' : undefined;
      }),
  },
  {
    rule: 'fragment-broken',
    severity: 'error',
    expected: 'the part of a page that a link names has that id',
    remedy: 'take the id from the function that makes it, for the link and for its target',
    find: (site) =>
      eachLink(site, (target) => {
        if (target.kind !== 'inside' || !target.fragment || target.fragment.startsWith(':~:')) return undefined;
        const page = site.pages.get(target.file);
        return page && !page.ids.has(target.fragment) ? `no element of ${target.file} has that id` : undefined;
      }),
  },
  {
    rule: 'link-unsafe',
    severity: 'error',
    expected: 'only links to http(s) addresses and mailto and tel',
    remedy: 'pass the address through webAddress of #domain/identifiers, and show what it refuses as text',
    find: (site) =>
      eachLink(site, (target) =>
        target.kind === 'other' && !['mailto:', 'tel:'].includes(target.scheme)
          ? `an address of the kind ${target.scheme}`
          : undefined,
      ),
  },
  {
    rule: 'id-doubled',
    severity: 'error',
    expected: 'each id once on a page',
    remedy: 'add to the id what distinguishes the two',
    *find({ pages }) {
      for (const { file, doubledIds } of pages.values())
        for (const id of doubledIds) yield { file, seen: `id="${id}" twice` };
    },
  },
  {
    rule: 'reference-broken',
    severity: 'error',
    expected: 'an element with the id that a label or an aria attribute names',
    remedy: 'take the id from one constant, for the link and for its target',
    *find({ pages }) {
      for (const { file, references, ids } of pages.values())
        for (const id of references) if (!ids.has(id)) yield { file, seen: `nothing has the id "${id}"` };
    },
  },
];

type Target = ReturnType<typeof targetOf>;
type Verdict = (target: Target) => string | undefined;

/** Where the links of a site lead, read once for all checks. */
interface Targets {
  /** By address: those that start at the root mean the same on every page. */
  shared: Map<string, Target>;
  /** Those of single pages. */
  own: Target[];
}
const known = new WeakMap<Site, Targets>();

function targetsOf(site: Site): Targets {
  const before = known.get(site);
  if (before) return before;
  const targets: Targets = { shared: new Map(), own: [] };
  for (const { file, links: addresses } of site.pages.values())
    for (const address of addresses) {
      if (!address.startsWith('/')) targets.own.push(targetOf(site, file, address));
      else if (!targets.shared.has(address)) targets.shared.set(address, targetOf(site, file, address));
    }
  known.set(site, targets);
  return targets;
}

/** Every link of every page with which `verdict` finds a fault. */
function* eachLink(site: Site, verdict: Verdict): Generator<Found> {
  const { shared, own } = targetsOf(site);
  // Most sites have no fault: then no page is looked at again.
  if (![...shared.values(), ...own].some((target) => verdict(target))) return;
  for (const { file, links: addresses } of site.pages.values())
    for (const address of addresses) {
      const fault = verdict(shared.get(address) ?? targetOf(site, file, address));
      if (fault) yield { file, seen: `${address.slice(0, 200)}: ${fault}` };
    }
}
