/**
 * A Vite plugin that keeps zod out of what browsers load. The domain has schemas beside its functions; scripts of pages
 * use only the functions, because the build has checked their data. A script that used a schema would fail at once.
 */
export const schemasStayBehind = () => ({
  name: 'schemas-stay-behind',
  enforce: 'pre' as const,
  applyToEnvironment: ({ name }: { name: string }): boolean => name === 'client',
  resolveId: (id: string): string | undefined => (id === 'zod' ? stub : undefined),
  load: (id: string): string | undefined => (id === stub ? code : undefined),
});

const stub = '\0no-schemas';
const code = `
const refuse = () => { throw new Error('schemas are checked when the site is built'); };
export const z = new Proxy(() => {}, {
  get: (_, name) => /parse/i.test(String(name)) ? refuse : z,
  apply: () => z,
});
`;
