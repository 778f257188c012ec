import { strings } from './table.ts';

export const source = strings({
  'source.title': { en: 'Source', zh: '来源原文' },
});
