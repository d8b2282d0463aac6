import { expect } from 'vitest';
import {
  type BareRequest,
  type DiagnoseInput,
  type DiagnoseOptions,
  diagnose,
  openSnapshot,
  parseDenials,
} from '../../../src/index.ts';
import type { Json } from './world.ts';

/** An incident, and what must come out. What `expect` leaves out is not judged. */
export interface Decision {
  readonly name: string;
  /** AWS's page that says so. */
  readonly page: string;
  readonly asked: string | BareRequest;
  readonly snapshot: Json;
  readonly options?: Partial<DiagnoseOptions>;
  /** As `--resource` fills in what the text leaves out. */
  readonly given?: { readonly resource: string };
  readonly expect: {
    readonly verdict?: string;
    readonly conclusion?: string;
    /** What was decided. */
    readonly action?: string;
    /** The ids of the causes that are certain. */
    readonly causes?: readonly string[];
    readonly assumes?: readonly string[];
    readonly related?: readonly string[];
    readonly open?: string;
  };
}

/** Runs an incident and compares. */
export async function judge({ asked, snapshot, options, given, expect: wanted }: Decision): Promise<void> {
  const input = typeof asked === 'string' ? inText(asked, given?.resource) : { request: asked };
  const [found] = await diagnose(input, { source: openSnapshot(structuredClone(snapshot)), ...options });
  const sure = found?.causes.filter(({ rung }) => rung === 'aws' || rung === 'evaluated').map(({ id }) => id) ?? [];
  const all = {
    verdict: found?.verdict,
    conclusion: found?.conclusion,
    action: found?.request?.action,
    causes: sure,
    assumes: found?.assumptions.map(({ what }) => what).filter((what) => wanted.assumes?.includes(what) === true),
    related: found?.related.map(({ request, verdict }) => `${request?.action} ${verdict}`),
    open: found?.open.map(({ what }) => what).find((what) => wanted.open !== undefined && what.includes(wanted.open)),
  };
  const open = wanted.open === undefined ? {} : { open: expect.stringContaining(wanted.open) };
  expect(all, JSON.stringify(found?.causes.map(({ id, summary }) => [id, summary]))).toMatchObject({
    ...wanted,
    ...open,
  });
}

function inText(text: string, resource: string | undefined): DiagnoseInput {
  const [denial] = parseDenials(text);
  if (resource === undefined || denial === undefined) return { text };
  return { denial: { ...denial, resource: denial.resource ?? resource } };
}
