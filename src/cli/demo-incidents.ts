type LoadDemo = () => Promise<{ readonly default: unknown }>;

/** The incidents that come with denytrace, in the order in which they are offered; each is loaded on its own. */
const DEMOS: Readonly<Record<string, LoadDemo>> = {
  'trust-near-miss': () => import('./demos/trust-near-miss.json', { with: { type: 'json' } }),
  'scp-and-identity': () => import('./demos/scp-and-identity.json', { with: { type: 'json' } }),
  'passrole-path': () => import('./demos/passrole-path.json', { with: { type: 'json' } }),
  'deleted-principal': () => import('./demos/deleted-principal.json', { with: { type: 'json' } }),
  boundary: () => import('./demos/boundary.json', { with: { type: 'json' } }),
  'github-subject': () => import('./demos/github-subject.json', { with: { type: 'json' } }),
};

/** The names of the demos; the first one is shown where none is named. */
export const DEMO_NAMES: readonly string[] = Object.keys(DEMOS);

/** The snapshot of an incident; undefined for a name that there is none of. */
export async function loadDemo(name: string): Promise<unknown> {
  const load = Object.hasOwn(DEMOS, name) ? DEMOS[name] : undefined;
  return load === undefined ? undefined : (await load()).default;
}
