import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { paperSchema } from '#domain/paper';

const contentFolder = process.env.REVIEW_CONTENT ?? 'content';

const papers = defineCollection({
  loader: glob({
    base: `${contentFolder}/papers`,
    pattern: '*.json',
    generateId: ({ entry }) => entry.replace(/\.json$/, ''),
  }),
  schema: paperSchema,
});

export const collections = { papers };
