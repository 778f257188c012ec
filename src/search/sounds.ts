/**
 * Reads the table of pronunciations in the index. The result spells Chinese in pinyin without tones and blanks; empty
 * where a character is not in the table.
 */
export function readSounds(table: string): (chinese: string) => string {
  const sounds = new Map<string, string>();
  const parts = table.split(' ');
  for (let i = 0; i + 1 < parts.length; i += 2) for (const char of parts[i + 1] ?? '') sounds.set(char, parts[i] ?? '');
  return (chinese) => {
    const spelt = [...chinese].map((char) => sounds.get(char));
    return spelt.includes(undefined) ? '' : spelt.join('');
  };
}
