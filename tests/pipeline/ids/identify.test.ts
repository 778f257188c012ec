import { describe, expect, test } from 'vitest';
import type { IdRow } from '#domain/ids';
import { identityOf, identify, type Identity } from '../../../scripts/pipeline/ids/identify.ts';
import { Ids } from '../../../scripts/pipeline/ids/ids.ts';
import { reconcile } from '../../../scripts/pipeline/paper/reconcile.ts';
import { slugOf } from '../../../scripts/pipeline/ids/slug.ts';
import { member, said } from '../support.ts';

interface Stated {
  title?: string;
  zh?: string;
  author?: string;
  year?: string;
  doi?: string;
  file?: string;
  record?: number;
}

function bodyOf({ title, zh, author, year, doi, file = 'a.txt', record }: Stated) {
  const titles = [
    ...(title ? [said({ language: 'en', text: title }, file)] : []),
    ...(zh ? [said({ language: 'zh-Hans', text: zh }, file)] : []),
  ];
  return reconcile([
    member(
      {
        titles,
        authors: author ? [said({ name: { written: author } }, file)] : [],
        ...(year ? { issued: said(year, file) } : {}),
        ...(doi ? { doi: said(doi, file) } : {}),
        ...(record ? { record } : {}),
      },
      { file },
    ),
  ]).body;
}
const identity = (stated: Stated): Identity => identityOf(bodyOf(stated));

describe('a slug', () => {
  test.each<[string, Stated]>([
    [
      'potocky-2025-therapeutic-alliance-refugee',
      {
        title: 'The Therapeutic Alliance in Refugee Mental Health: A Narrative Review.',
        author: 'Miriam Potocky',
        year: '2025-05-03',
      },
    ],
    [
      'huggett-2024-client-therapist-perspectives',
      {
        title: 'A systematic review and meta-ethnography of client and therapist perspectives',
        author: 'Charlotte Huggett',
        year: '2024',
      },
    ],
    [
      'newydd-nd-experiences-mental-health',
      { title: 'The experiences of mental health professionals', author: 'Iona Newydd' },
    ],
    ['rabu-2020-trust', { title: 'Trust', author: 'Marit Råbu', year: '2020' }],
    ['ostergard-2020-aera', { title: 'Æra', author: 'Ole Østergård', year: '2020' }],
    ['berg-2020-trust', { title: 'Trust', author: 'Anna van der Berg', year: '2020' }],
    ['ouyang-2021-trust-care', { title: 'Trust in care', author: '欧阳小明', year: '2021' }],
    ['anon-nd-review', { title: 'Review' }],
  ])('%s', (slug, stated) => {
    expect(slugOf(bodyOf(stated))).toBe(slug);
  });

  test('of a title only in Chinese is a hash that depends on the title, not on the file', () => {
    const one = slugOf(bodyOf({ zh: '治疗联盟与口译员', author: '王小明', year: '2021' }));
    const two = slugOf(bodyOf({ zh: '治疗联盟与口译员', author: '王小明', year: '2021', file: 'other.txt' }));
    expect(one).toMatch(/^wang-2021-[0-9a-f]{8}$/u);
    expect(two).toBe(one);
  });
});

describe('ids', () => {
  const a = { title: 'Trust in care', author: 'Ana Example', year: '2025', doi: '10.5555/x-1' };
  const b = { ...a, doi: '10.5555/x.1', file: 'b.txt' };
  const give = (papers: Stated[], rows: IdRow[] = []) => {
    const ids = new Ids(rows);
    return { given: identify(papers.map(identity), ids).given, rows: [...rows, ...ids.added] };
  };

  test('of two papers with one slug do not hang on the order or the names of their files', () => {
    expect(give([a, b]).given).toEqual(['example-2025-trust-care', 'example-2025-trust-care-2']);
    expect(give([b, a]).given).toEqual(['example-2025-trust-care-2', 'example-2025-trust-care']);
    expect(
      give([
        { ...b, file: '0.txt' },
        { ...a, file: '9.txt' },
      ]).given,
    ).toEqual(['example-2025-trust-care-2', 'example-2025-trust-care']);
  });

  test('stay whatever arrives later', () => {
    const before = give([b]);
    expect(before.given).toEqual(['example-2025-trust-care']);
    const after = give([a, b], before.rows);
    expect(after.given).toEqual(['example-2025-trust-care-2', 'example-2025-trust-care']);
    expect(give([a, b], after.rows).rows).toEqual(after.rows);
  });

  test('stay when a correction changes title, year and author', () => {
    const { rows } = give([a]);
    expect(give([{ ...a, title: 'Another title', year: '2019', author: 'Bo Sample' }], rows).given).toEqual([
      'example-2025-trust-care',
    ]);
  });

  test('stay when a page without a DOI gains one', () => {
    const { doi: _, ...without } = a;
    const { rows, given } = give([without]);
    const after = give([a], rows);
    expect(after.given).toEqual(given);
    expect(after.rows.at(-1)).toEqual({
      id: given[0],
      sources: [],
      records: [],
      sidecars: [],
      doi: a.doi,
      aliases: [],
    });
  });

  test('a file whose content is now another paper does not pass on its id', () => {
    const { rows } = give([a]);
    expect(give([{ ...a, title: 'Rupture', doi: '10.5555/other' }], rows).given).toEqual(['example-2025-rupture']);
  });

  test('two papers that turn out to be one keep the older id, and the other leads to it', () => {
    const { rows } = give([
      { ...a, doi: '' },
      { ...b, title: 'Rupture' },
    ]);
    const ids = new Ids(rows);
    const joined = { ...identity(b), marks: { sources: ['a.txt', 'b.txt'], doi: b.doi } };
    const [id] = identify([joined], ids).given;
    expect(id).toBe('example-2025-rupture');
    expect(ids.added).toMatchObject([{ id, aliases: ['example-2025-trust-care'] }]);
    // From now on whatever led to the alias leads to the paper.
    expect(new Ids([...rows, ...ids.added]).find({ sources: ['a.txt'] })).toEqual([id]);
  });

  test('records of one file that say the same of themselves keep theirs apart', () => {
    const { doi: _, ...record } = { ...a, file: 'all.ris' };
    const first = give([
      { ...record, record: 1 },
      { ...record, record: 2 },
    ]);
    expect(new Set(first.given).size).toBe(2);
    expect(
      give(
        [
          { ...record, record: 5 },
          { ...record, record: 9 },
        ],
        first.rows,
      ).rows,
    ).toEqual(first.rows);
  });
});
