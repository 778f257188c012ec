/**
 * Keeps zod out of what browsers load. The domain states its schemas beside its functions; scripts of pages use the
 * functions, and what they read was checked when the site was built. A script that would check with a schema
 * nevertheless fails at once. A plugin of Vite, for its environment of the browser alone.
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
