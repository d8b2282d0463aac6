import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { documentText } from '../../grants/size-limits.ts';
import type { Diagnosis } from '../../model/diagnosis.ts';
import { terraformBlock } from '../../report/terraform/terraform.ts';
import { UsageError } from '../usage-error.ts';
import { writeFiles } from '../write-files.ts';
import { makeFolder } from './make-folder.ts';
import { type FixPlan, planFixes } from './plan-fixes.ts';
import { shellScript } from './shell-script.ts';

interface File {
  readonly name: string;
  readonly content: string;
  readonly mode?: number;
}

const SAFE_NAME = /^[A-Za-z0-9][A-Za-z0-9._-]{0,120}$/;

/**
 * Writes the whole new documents and a script with their commands; false where no fix has a document. A file with other content is
 * never replaced.
 */
export function writeFixes(diagnoses: readonly Diagnosis[], folder: string, format: 'json' | 'terraform'): boolean {
  const plan = planFixes(diagnoses);
  if (plan.documents.length === 0) return false;
  const files: readonly File[] = [
    ...plan.documents.map(({ file, policy, document }) => ({ name: file, content: documentText(document, policy) })),
    ...(format === 'terraform' ? terraformFiles(plan) : []),
    { name: 'commands.sh', content: shellScript(plan, diagnoses), mode: 0o700 },
  ];
  for (const { name, content } of files) {
    const path = join(folder, name);
    if (!SAFE_NAME.test(name)) throw new UsageError(`cannot write the fixes: ${name} is not a valid file name`);
    if (existsSync(path) && content !== read(path))
      throw new UsageError(`${path} exists with other content: pass an empty folder to --fix-dir`);
  }
  makeFolder(folder);
  writeFiles(files.map(({ name, ...file }) => ({ ...file, path: join(folder, name) })));
  return true;
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined; // a folder, or nothing that we may read: in any case not what we would write
  }
}

/** The same documents as Terraform, where their policies have a resource there. */
function terraformFiles({ documents }: FixPlan): readonly File[] {
  const blocks = documents.flatMap(({ policy, document }) => {
    const lines = policy === null ? undefined : terraformBlock(policy, document);
    return lines === undefined ? [] : [lines.join('\n')];
  });
  return blocks.length === 0 ? [] : [{ name: 'fixes.tf', content: `${blocks.join('\n\n')}\n` }];
}
