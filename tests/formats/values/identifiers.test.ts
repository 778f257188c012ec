import { describe, expect, test } from 'vitest';
import {
  findArxiv,
  findDois,
  findIssns,
  findPmcids,
  findPmids,
  findRegistrations,
  readArxiv,
  readDoi,
  readIssns,
  readPmcid,
  readPmid,
} from '../../../scripts/formats/values/identifiers.ts';

describe('DOIs', () => {
  test.each<[string, string[]]>([
    ['10.1037/pst0000231', ['10.1037/pst0000231']],
    ['doi:10.1037/pst0000231.', ['10.1037/pst0000231']],
    ['https://doi.org/10.1037/pst0000231', ['10.1037/pst0000231']],
    ['https://www.frontiersin.org/articles/10.3389/fpsyt.2023.1204417/full', ['10.3389/fpsyt.2023.1204417']],
    ['https://doi.org/10.1016/j.jad.2023.06.0417Get rights', ['10.1016/j.jad.2023.06.0417']],
    ['https://doi.org/10.1002/cpp.2633Citations: 7', ['10.1002/cpp.2633']],
    ['DOI: 10.1002/eat.23255PMID: 32167198', ['10.1002/eat.23255']],
    ['(10.1016/S0140-6736(20)30183-5)', ['10.1016/S0140-6736(20)30183-5']],
    [
      '10.1002/(SICI)1097-4679(199901)55:1<1::AID-JCLP1>3.0.CO;2-X',
      ['10.1002/(SICI)1097-4679(199901)55:1<1::AID-JCLP1>3.0.CO;2-X'],
    ],
    ['⟨10.1016/j.encep.2018.03.004⟩. ⟨hal-01812345⟩', ['10.1016/j.encep.2018.03.004']],
    ['DOI：10.3724/SP.J.1042.2022.01056。', ['10.3724/SP.J.1042.2022.01056']],
    ['10.5555/a; 10.5555/b', ['10.5555/a', '10.5555/b']],
    ['10.5555/../../etc', []],
    ['version 10.1 of 12/13', []],
    ['110.1037/x', []],
  ])('%s', (text, expected) => {
    expect(findDois(text).map((doi) => doi.value)).toEqual(expected);
  });
});

test.each<[string, string[]]>([
  ['PMID: 34016185', ['34016185']],
  ['PMID：034016185', ['34016185']],
  ['PubMed ID 123', ['123']],
  ['34016185', []],
])('PMIDs of %s', (text, expected) => {
  expect(findPmids(text).map((one) => one.value)).toEqual(expected);
});

test.each<[string, string[]]>([
  ['PMCID: PMC9899559', ['PMC9899559']],
  ['PMC 9899559', ['PMC9899559']],
  ['PMCX', []],
])('PMCIDs of %s', (text, expected) => {
  expect(findPmcids(text).map((one) => one.value)).toEqual(expected);
});

test.each<[string, string[]]>([
  ['arXiv:2101.00001v2 [cs.CL]', ['2101.00001v2']],
  ['arXiv:hep-th/9901001', ['hep-th/9901001']],
  ['2101.00001', []],
])('arXiv numbers of %s', (text, expected) => {
  expect(findArxiv(text).map((one) => one.value)).toEqual(expected);
});

test.each<[string, string[]]>([
  ['ISSN 0033-3204 (Print)', ['0033-3204']],
  ['ISSN: 00333204', ['0033-3204']],
  // The check character is wrong; no label says that it is one.
  ['ISSN 0033-3205', []],
  ['0033-3204', []],
])('ISSNs of %s', (text, expected) => {
  expect(findIssns(text).map((one) => one.value)).toEqual(expected);
});

test.each<[string, string[]]>([
  ['PROSPERO CRD42023401234', ['CRD42023401234']],
  ['ClinicalTrials.gov NCT04123456', ['NCT04123456']],
  ['ISRCTN40992177', ['ISRCTN40992177']],
  ['ChiCTR2300071904', ['ChiCTR2300071904']],
  ['ACTRN12618000123456', ['ACTRN12618000123456']],
  ['DRKS00012345', ['DRKS00012345']],
  ['NCT 04123456', ['NCT04123456']],
  ['Trial registrationNCT04123456, retrospectively', ['NCT04123456']],
  ['PNCT04123456', []],
  ['no number', []],
])('registrations of %s', (text, expected) => {
  expect(findRegistrations(text).map((one) => one.value.id)).toEqual(expected);
});

describe('a field of an identifier', () => {
  test.each<[string, { value: string } | undefined, string | undefined]>([
    ['https://doi.org/10.1000/a%2Fb', readDoi('https://doi.org/10.1000/a%2Fb'), '10.1000/a/b'],
    ['doi: 10.1000/(x)y).', readDoi('doi: 10.1000/(x)y).'), '10.1000/(x)y'],
    ['10.1000/x [doi]', readDoi('10.1000/x[doi]'), '10.1000/x'],
    ['no DOI', readDoi('S0272-7358'), undefined],
    ['PMID: 0123', readPmid('PMID: 0123'), '123'],
    ['https://pubmed.ncbi.nlm.nih.gov/123/', readPmid('https://pubmed.ncbi.nlm.nih.gov/123/'), '123'],
    ['a date is no PMID', readPmid('12-2020'), undefined],
    ['pmc1234', readPmcid('PMCID: pmc1234'), 'PMC1234'],
    ['1234 as a PMCID', readPmcid(' 1234 '), 'PMC1234'],
    ['NIHMS1234', readPmcid('NIHMS1234'), undefined],
    ['arXiv:2101.00001v2', readArxiv('arXiv:2101.00001v2'), '2101.00001v2'],
    ['0272-7358 (Print)', readIssns('0272-7358 (Print) 978-3-16-148410-0')[0], '0272-7358'],
  ])('%s', (_, found, value) => {
    expect(found?.value).toBe(value);
  });
});
