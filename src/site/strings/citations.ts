import { strings } from './table.ts';

export const citations = strings({
  'cite.title': { en: 'Cite', zh: '引用' },
  'basket.title': { en: 'Basket', zh: '文献篮' },
});
