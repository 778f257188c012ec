import { strings } from './table.ts';

export const search = strings({
  'search.title': { en: 'Search', zh: '检索' },
  'search.label': { en: 'Search the review', zh: '检索本综述' },
  'search.placeholder': { en: 'interpreters, suicidality, 口译 …', zh: '口译员、自杀、interpreters……' },
  'search.submit': { en: 'Search', zh: '检索' },
});
