import { RegExpParser, type AST } from '@eslint-community/regexpp';

/**
 * A text that may make a pattern slow: `pump` many times, with a part before it that leads into the pattern and a part
 * after it that makes the match fail.
 */
export interface Attack {
  before: string;
  pump: string;
  after: string;
}

/** What pages and references contain, in addition to the characters in a pattern. */
const everyday = Array.from(
  ' \t\n\u00a0\u3000aAzZeEiIbB019-_.,;:/()[]{}<>"\'&@#*%+=|\\!?~^$`é中研学。，、；：（）［】–—’”©†•·≥ɑ',
);

/** No pattern matches it. */
const stranger = '\u0001';

type Atom = AST.Character | AST.CharacterClass | AST.CharacterSet | AST.ExpressionCharacterClass;

/** Numbers from 0 to 1, the same on every run. */
function numbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32;
}

/** Makes texts from a pattern: words that its parts match, of characters that many parts share. */
class Words {
  readonly loops: AST.Quantifier[] = [];
  /** One character of each kind that the pattern distinguishes: one of them makes a match fail. */
  readonly kinds: readonly string[];
  readonly #matched = new Map<AST.Node, readonly string[]>();
  readonly #shared = new Map<string, number>();

  constructor(source: string, flags: string) {
    const modes = { unicode: flags.includes('u'), unicodeSets: flags.includes('v') };
    const atoms: Atom[] = [];
    const letters = new Set(everyday);
    this.#collect(new RegExpParser().parsePattern(source, 0, source.length, modes), atoms, letters);
    const plain = flags.replace(/[gyd]/gu, '');
    const known = new Map<string, readonly string[]>();
    for (const atom of atoms) {
      const own = atom.type === 'Character' ? [String.fromCodePoint(atom.value)] : [];
      const alone = new RegExp(`^(?:${atom.raw})$`, plain);
      const matched = known.get(atom.raw) ?? [...new Set([...own, ...[...letters].filter((one) => alone.test(one))])];
      known.set(atom.raw, matched);
      this.#matched.set(atom, matched);
      for (const letter of matched) this.#shared.set(letter, (this.#shared.get(letter) ?? 0) + 1);
    }
    const signature = (letter: string): string =>
      [...known.values()].map((one) => Number(one.includes(letter))).join('');
    this.kinds = [...new Map([...letters].reverse().map((letter) => [signature(letter), letter])).values()].slice(-6);
  }

  #collect(node: AST.Node, atoms: Atom[], letters: Set<string>): void {
    if ('alternatives' in node) for (const child of node.alternatives) this.#collect(child, atoms, letters);
    if (node.type === 'Alternative') for (const child of node.elements) this.#collect(child, atoms, letters);
    if (node.type === 'Quantifier') {
      if (node.max >= 10) this.loops.push(node);
      this.#collect(node.element, atoms, letters);
    }
    if (node.type === 'Character' || node.type === 'CharacterSet' || node.type === 'CharacterClass') atoms.push(node);
    if (node.type === 'Character') letters.add(String.fromCodePoint(node.value));
    if (node.type !== 'CharacterClass') return;
    for (const element of node.elements) {
      if (element.type === 'Character') letters.add(String.fromCodePoint(element.value));
      if (element.type === 'CharacterClassRange') letters.add(String.fromCodePoint(element.min.value));
    }
  }

  /** The characters that one atom matches; first those that most other atoms match too. */
  charactersOf(node: AST.Node): string[] {
    const often = (letter: string): number => this.#shared.get(letter) ?? 0;
    return [...(this.#matched.get(node) ?? [])].sort((a, b) => often(b) - often(a));
  }

  /**
   * A short text that a part of the pattern matches; lookarounds are ignored. `alike` is how often a character is one
   * that most parts match: such texts can be read in most ways.
   */
  word(node: AST.Node, next: () => number, alike = 0.6): string {
    if (node.type === 'Pattern' || node.type === 'Group' || node.type === 'CapturingGroup') {
      const chosen = node.alternatives[Math.floor(next() * node.alternatives.length)];
      return chosen ? this.word(chosen, next, alike) : '';
    }
    if (node.type === 'Alternative') return node.elements.map((element) => this.word(element, next, alike)).join('');
    if (node.type === 'Quantifier') {
      const times = Math.min(node.max, Math.max(node.min, Math.floor(next() * 2.2)), 60);
      return Array.from({ length: times }, () => this.word(node.element, next, alike)).join('');
    }
    const choice = this.charactersOf(node);
    return (next() < alike ? choice[0] : choice[Math.floor(next() * choice.length)]) ?? '';
  }

  /** What the pattern matches before (`-1`) or after (`1`) one of its parts. */
  beside(part: AST.Node, side: -1 | 1, next: () => number): string {
    let text = '';
    for (let child = part, parent = part.parent; parent; child = parent, parent = parent.parent) {
      if (parent.type !== 'Alternative') continue;
      const at = parent.elements.indexOf(child as AST.Element);
      const beside = side < 0 ? parent.elements.slice(0, at) : parent.elements.slice(at + 1);
      const more = beside.map((element) => this.word(element, next)).join('');
      text = side < 0 ? more + text : text + more;
    }
    return text;
  }
}

/** Attacks on each repetition of a pattern: on its body, on the way to it, and on the way through it. */
export function attacksOn(source: string, flags: string): Attack[] {
  const words = new Words(source, flags);
  const attacks = new Map<string, Attack>();
  const add = (before: string, pump: string, after: string): void => {
    if (pump) attacks.set(JSON.stringify([before, pump, after]), { before, pump, after });
  };
  words.loops.forEach((loop, index) => {
    for (let seed = 1; seed <= 8; seed++) {
      const next = numbers(seed * 7919 + index * 104_729);
      const alike = seed > 6 ? 1 : 0.6;
      const before = words.beside(loop, -1, next);
      const [body, other] = [words.word(loop.element, next, alike), words.word(loop.element, next, alike)];
      const behind = words.beside(loop, 1, next);
      for (const end of [stranger, `\n${stranger}`]) {
        add(before, body, end);
        add('', before + body, end);
      }
      add(before, body + other, stranger);
      if (seed > 3) continue;
      add(before, body, behind + stranger);
      add(before, body + behind, stranger);
      add('', before + body + behind, stranger);
      add('', (before + body + behind).slice(0, -1), `\n${stranger}`);
    }
    const next = numbers(index + 1);
    // A text that can be read in two ways is read in all of them when the end does not match.
    const group = loop.element.type === 'Group' || loop.element.type === 'CapturingGroup' ? loop.element : undefined;
    for (const way of group?.alternatives.slice(0, 12) ?? [loop.element])
      for (const end of words.kinds) add(words.beside(loop, -1, next), words.word(way, next, 1), end);
    for (const character of words.charactersOf(loop.element).slice(0, 5)) {
      add(words.beside(loop, -1, next), character, stranger);
      for (const end of [stranger, `\n${stranger}`]) add('', character, end);
      add(stranger, character, stranger);
    }
  });
  return [...attacks.values()];
}

/**
 * A short text that takes more processor milliseconds than this, twice in a row, counts as slow. On a longer text a
 * pattern of many parts may take as long on a busy machine: there the time must also have grown faster than the text.
 */
const limit = 25;
/** Twice the text takes twice the time where it is linear, and four times where it grows with the square. */
const mostGrowth = 2.6;

/**
 * Whether the time of a pattern grows faster than an attack, tried with the engine itself by finding every match, as
 * scanners do. The text grows step by step, so that even exponential time ends soon.
 */
export function isSlow(source: string, flags: string, { before, pump, after }: Attack, longest = 32_768): boolean {
  const pattern = new RegExp(source, `${flags.replace(/[gyd]/gu, '')}g`);
  const timeOf = (times: number): number => {
    const text = before + pump.repeat(times) + after;
    // The time of other programs does not count.
    const begun = process.cpuUsage();
    text.replace(pattern, '');
    const { user, system } = process.cpuUsage(begun);
    return (user + system) / 1000;
  };
  const most = Math.floor((longest - before.length - after.length) / pump.length);
  for (let times = 2; times <= Math.min(30, most); times += 2)
    if (timeOf(times) > limit && timeOf(times) > limit) return true;
  let last = 0;
  for (let length = Math.min(512, longest); length <= longest; length *= 2) {
    const times = Math.min(most, Math.ceil(length / pump.length));
    const took = timeOf(times);
    const slow = Math.max(limit, last * mostGrowth);
    if (took > slow && timeOf(times) > slow) return true;
    // Linear growth doubles. A larger ratio at this size shows again at a larger size, or was noise.
    if (length >= 8192 && (took < 0.8 || took < last * mostGrowth)) return false;
    last = took;
  }
  return false;
}
