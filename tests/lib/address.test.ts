import { expect, test } from 'vitest';
import { isAllowedHost, isOpen, readAddress, readBase, readOrigin } from '../../scripts/lib/address.ts';

const here = { host: '127.0.0.1', port: 4321, allowed: [] };

test.each([
  ['nothing said', {}, here],
  ['empty variables', { HOST: '', PORT: '', ALLOWED_HOSTS: '' }, here],
  ['blanks', { HOST: ' ', PORT: ' ', ALLOWED_HOSTS: ' , ' }, here],
  ['a port', { PORT: '8080' }, { ...here, port: 8080 }],
  ['any free port', { PORT: '0' }, { ...here, port: 0 }],
  ['every address, said so', { HOST: '0.0.0.0' }, { ...here, host: '0.0.0.0' }],
  ['IPv6 in brackets', { HOST: '[::1]' }, { ...here, host: '::1' }],
  ['names', { ALLOWED_HOSTS: 'A.example, .b.example' }, { ...here, allowed: ['a.example', '.b.example'] }],
])('a server listens where it is told: %s', (_what, environment, address) => {
  expect(readAddress(environment)).toEqual(address);
});

test.each([
  ['PORT', 'abc'],
  ['PORT', '-1'],
  ['PORT', '4321.5'],
  ['PORT', '0x10'],
  ['PORT', '1e3'],
  ['PORT', '65536'],
  ['PORT', '99999999999'],
  ['HOST', 'http://localhost'],
  ['HOST', 'a b'],
  ['HOST', '127.0.0.1:80'],
  ['ALLOWED_HOSTS', 'https://a.example'],
  ['ALLOWED_HOSTS', 'a.example:80'],
  ['ALLOWED_HOSTS', '*'],
  ['ALLOWED_HOSTS', '.'],
])('%s=%s is told with what to write', (name, value) => {
  expect(readAddress({ [name]: value })).toMatchObject({
    severity: 'error',
    place: { file: name },
    seen: value,
    remedy: expect.stringMatching(new RegExp(`^${name}=`)) as string,
  });
});

test.each(['127.0.0.1', '127.1.2.3', 'localhost', '::1'])('%s is this machine alone', (host) => {
  expect(isOpen({ host })).toBe(false);
});
test.each(['0.0.0.0', '::', '192.168.1.7', 'my-machine'])('%s is open to others', (host) => {
  expect(isOpen({ host })).toBe(true);
});

const allowed = ['a.example', '.b.example'];
test.each([
  undefined,
  'localhost',
  'LOCALHOST:4321',
  'review.localhost',
  '127.0.0.1:4321',
  '192.168.1.7',
  '[::1]:4321',
  '[fe80::1]',
  'my-machine:4321',
  'a.example',
  'A.example:80',
  'b.example',
  'x.y.b.example:4321',
])('%s may be asked for', (header) => {
  expect(isAllowedHost(header, { host: 'my-machine', allowed })).toBe(true);
});
test.each([
  '',
  ':4321',
  'evil.example',
  'evil.example:4321',
  'localhost.evil.example',
  'evillocalhost',
  'x.a.example',
  'evilb.example',
  '127.0.0.1.evil.example',
  '127.0.0.1@evil.example',
  '[evil.example]',
  '[::1',
  'localhost:80:evil.example',
  'localhost evil.example',
])('%s may not', (header) => {
  expect(isAllowedHost(header, { host: 'my-machine', allowed })).toBe(false);
});

test.each([
  ['/', '/'],
  ['', '/'],
  ['repo', '/repo/'],
  ['/repo', '/repo/'],
  ['repo/', '/repo/'],
  ['/a/b-c/d_e.f~g', '/a/b-c/d_e.f~g/'],
])('the base %s is %s', (given, base) => {
  expect(readBase(given)).toBe(base);
});
test.each([
  'http://h/x',
  '//h/x',
  '/a//b/',
  '/../',
  '/a/./b',
  '/a b/',
  '/a?b',
  '/a#b',
  '/a%20b/',
  '\\a',
  '/综述/',
  'C:/Program Files/Git/repo/',
  '/a"b/',
])('%s is no base path', (given) => {
  expect(readBase(given)).toMatchObject({ severity: 'error', place: { file: '--base' }, seen: given });
});
test('a base that is an address says how to give its two parts', () => {
  expect(readBase('http://h/x/')).toMatchObject({ remedy: '--site http://h --base /x/' });
});

test.each([
  ['https://example.org', 'https://example.org'],
  ['https://example.org/', 'https://example.org'],
  ['http://localhost:4321', 'http://localhost:4321'],
])('the site %s is %s', (given, site) => {
  expect(readOrigin(given)).toBe(site);
});
test.each([
  '',
  'example.org',
  'ftp://h',
  'https://h/sub',
  'https://h?x',
  'https://h#x',
  'https://u:p@h',
  'javascript:1',
])('%s is no origin', (given) => {
  expect(readOrigin(given)).toMatchObject({ severity: 'error', place: { file: '--site' }, seen: given });
});
test('a site with a path says how to give its two parts', () => {
  expect(readOrigin('https://h/sub')).toMatchObject({ remedy: expect.stringContaining('--base /sub/') as string });
});
