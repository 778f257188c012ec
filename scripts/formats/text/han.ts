import { Converter } from 'opencc-js/t2cn';

const convert = Converter({ from: 't', to: 'cn' });

/** Chinese in one form of characters, whether it is from the mainland, Taiwan or Hong Kong; for comparing, never shown. */
export const simplified = (text: string): string => (/\p{Script=Han}/u.test(text) ? convert(text) : text);
