import { expect, test } from 'vitest';
import { progressOf } from '../../scripts/lib/progress.ts';

/** What is written while 10,000 pieces are made in a minute, the first 2,000 of them kept. */
function written(terminal: boolean, seconds = 60): string[] {
  const lines: string[] = [];
  let time = 0;
  const { tell, end } = progressOf('pages', { terminal, write: (text) => lines.push(text), now: () => time });
  for (let done = 0; done <= 10_000; done += 100) {
    time = (done / 10_000) * seconds * 1000;
    tell(done, 10_000, Math.min(done, 2000));
  }
  end();
  return lines;
}

test('on a terminal one line changes, with counts, rate and time left, and is gone at the end', () => {
  const lines = written(true);
  expect(lines[0]).toBe('\r\u001b[Kpages  400 of 10,000, 400 of them kept; 167 a second, 58 s left');
  expect(lines.length).toBeGreaterThan(50);
  expect(lines.at(-1)).toBe('\r\u001b[K');
  expect(lines.join('')).not.toContain('\n');
});

test('elsewhere there is a plain line now and then', () => {
  expect(written(false)).toEqual([
    'pages  400 of 10,000, 400 of them kept; 167 a second, 58 s left\n',
    'pages  2,900 of 10,000, 2,000 of them kept; 167 a second, 43 s left\n',
    'pages  5,400 of 10,000, 2,000 of them kept; 167 a second, 28 s left\n',
    'pages  7,900 of 10,000, 2,000 of them kept; 167 a second, 13 s left\n',
  ]);
});

test('short work shows nothing', () => {
  expect(written(true, 1)).toEqual([]);
  expect(written(false, 1)).toEqual([]);
});
