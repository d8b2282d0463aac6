import { nearestTexts } from '../../reference/edit-distance.ts';
import { ENGINES } from '../command-line/engines.ts';
import type { Request } from '../command-line/flags.ts';
import { EXIT } from '../exit-code.ts';
import type { Host } from '../host.ts';
import { UsageError } from '../usage-error.ts';

type Query = Extract<Request, { command: 'query' }>;

/** Prints the query that finds the denials of a period in CloudTrail, in the language of an engine. */
export async function queryCommand(request: Query, host: Host): Promise<number> {
  await host.stdout.write(await queryFor(request));
  return EXIT.fine;
}

async function queryFor({ engine: name, flags }: Query): Promise<string> {
  const engine = ENGINES.find((one) => one === name);
  if (engine === undefined) throw new UsageError(unknown(name));
  const { since = null, until = null, table = null, createTable } = flags;
  if (since !== null && until !== null && since > until)
    throw new UsageError(`--since ${since} is after --until ${until}`);
  const { athenaQuery, athenaTable, insightsQuery } = await import('../query/denial-query.ts');
  if (engine === 'athena') return createTable === true ? athenaTable({ table }) : athenaQuery({ since, until, table });
  if (table !== null || createTable === true)
    throw new UsageError(
      '--table and --create-table are for athena: CloudWatch Logs Insights reads the log groups that it is run on',
    );
  return insightsQuery({ since, until });
}

function unknown(name: string): string {
  const [near] = nearestTexts(name, ENGINES, 1);
  const engines = `there is no query for ${name}; there is one for ${ENGINES.join(' and ')}`;
  return near === undefined ? engines : `${engines}; did you mean ${near}?`;
}
