import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Writes the licences of what was bundled, as they ask for. `inputs`: the files that esbuild took, relative to `root`. */
export function writeThirdParty(root, inputs, file) {
  const folders = new Set(inputs.flatMap((path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(path)?.[0] ?? []));
  const namesByLicence = new Map();
  for (const folder of [...folders].toSorted()) {
    const { name, version, license } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
    const text = licenceIn(join(root, folder));
    namesByLicence.set(text, [...(namesByLicence.get(text) ?? []), `${name} ${version} (${license})`]);
  }
  const parts = [...namesByLicence].map(([text, names]) => `${names.join('\n')}\n\n${text}\n`);
  writeFileSync(file, parts.join(`\n${'-'.repeat(80)}\n\n`));
}

function licenceIn(folder) {
  const licence = readdirSync(folder).find((entry) => /^licen[cs]e(\.(md|txt))?$/i.test(entry));
  const files = [licence, 'NOTICE'].filter((name) => name !== undefined && existsSync(join(folder, name)));
  return files.map((name) => readFileSync(join(folder, name), 'utf8').trim()).join('\n\n');
}
