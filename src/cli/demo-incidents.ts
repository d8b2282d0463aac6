type LoadDemo = () => Promise<{ readonly default: unknown }>;

/** The incidents that come with denytrace, in the order in which they are offered; each is loaded on its own. */
const DEMOS: Readonly<Record<string, LoadDemo>> = {};

export const DEMO_NAMES: readonly string[] = Object.keys(DEMOS);

/** The snapshot of an incident; undefined for a name that there is none of. */
export async function loadDemo(name: string): Promise<unknown> {
  const load = Object.hasOwn(DEMOS, name) ? DEMOS[name] : undefined;
  return load === undefined ? undefined : (await load()).default;
}
