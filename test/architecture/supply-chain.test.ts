import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');

/** Licences that allow to bundle the code in a program under Apache-2.0, as long as their text is passed on. */
const ALLOWED = new Set(['Apache-2.0', 'MIT', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause']);

interface Locked {
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly hasInstallScript?: boolean;
}

describe('the supply chain', () => {
  it('what is bundled has a licence that allows it', () => {
    // One line for each package that the build took code from, above the text of its licence: bin/third-party.js.
    const bundled = Array.from(read('dist/THIRD-PARTY.txt').matchAll(/^(@?[\w./-]+) \d[\w.-]* \((.+)\)$/gm));
    expect(bundled.length).toBeGreaterThan(10);
    for (const [, name, licence = ''] of bundled) expect(ALLOWED, `${name} has ${licence}`).toContain(licence);
  });

  it('nothing runs when the package is installed, and nothing else is installed', () => {
    const { scripts, ...manifest }: Record<string, Record<string, string>> = JSON.parse(read('package.json'));
    // `prepare` runs for who builds it, never for who installs what is published.
    expect(Object.keys(scripts ?? {}).filter((name) => /install|uninstall|^prepublish$/.test(name))).toEqual([]);
    for (const kind of ['dependencies', 'optionalDependencies', 'peerDependencies', 'bundleDependencies'])
      expect(manifest).not.toHaveProperty(kind);
  });

  it('every version is exact', () => {
    const { devDependencies }: { readonly devDependencies: Readonly<Record<string, string>> } = JSON.parse(
      read('package.json'),
    );
    for (const [name, version] of Object.entries(devDependencies))
      expect(version, name).toMatch(/^\d+\.\d+\.\d+(?:-[\w.]+)?$/);
  });

  it('every package of the lockfile is from the npm registry, with its hash', () => {
    const { packages }: { readonly packages: Readonly<Record<string, Locked>> } = JSON.parse(read('package-lock.json'));
    const installed = Object.entries(packages).filter(([path]) => path !== '');
    expect(installed.length).toBeGreaterThan(50);
    for (const [path, { resolved, integrity }] of installed) {
      // Left out where it is the registry's own address.
      expect(resolved ?? 'https://registry.npmjs.org/', path).toMatch(/^https:\/\/registry\.npmjs\.org\//);
      expect(integrity, path).toMatch(/^sha512-/);
    }
  });

  it('esbuild alone runs something when it is installed for the build: it checks its own program', () => {
    const { packages }: { readonly packages: Readonly<Record<string, Locked>> } = JSON.parse(read('package-lock.json'));
    const running = Object.entries(packages).filter(([, { hasInstallScript }]) => hasInstallScript === true);
    expect(running.map(([path]) => path.replace(/^.*node_modules\//, '')).toSorted()).toEqual(['esbuild']);
  });
});
