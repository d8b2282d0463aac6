import { join } from 'node:path';
import { build } from 'esbuild';

/**
 * Narrows the packages of the SDK to their clients and the commands in the table of calls: nothing else is published, so that a live
 * run loads less, and no published file can change anything in AWS.
 */
export async function onlyReads(root) {
  const calls = await callsIn(join(root, 'src/gather/calls/table.ts'));
  return {
    name: 'only-reads',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^@aws-sdk\/client-/ }, ({ importer, path }) =>
        importer.endsWith('/sdk-client.ts') ? { path, namespace: 'only-reads' } : undefined,
      );
      onLoad({ filter: /./, namespace: 'only-reads' }, async ({ path }) => {
        const service = path.slice('@aws-sdk/client-'.length);
        const clients = Object.keys(await import(path)).filter((name) => /^[A-Z]\w*Client$/.test(name));
        const commands = calls.flatMap((call) =>
          call.startsWith(`${service}:`) ? [`${call.split(':')[1]}Command`] : [],
        );
        return { contents: `export { ${[...clients, ...commands].join(', ')} } from '${path}';`, resolveDir: root };
      });
    },
  };
}

/** The names of the calls that are made with the SDK. */
async function callsIn(table) {
  const { outputFiles } = await build({ entryPoints: [table], bundle: true, format: 'esm', write: false });
  const { CALLS } = await import(`data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`);
  return Object.entries(CALLS).flatMap(([call, entry]) => ('get' in entry ? [] : [call]));
}
