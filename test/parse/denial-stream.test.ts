import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createDenialScanner } from '../../src/parse/denial-scanner.ts';
import { createDenialStream, type DenialStream } from '../../src/parse/denial-stream.ts';

const SENTENCE = 'User: arn:aws:iam::111122223333:user/a is not authorized to perform: s3:GetObject on resource: ';
const NOISE = '2024-03-01T10:00:00Z INFO request done in 12 ms';

/** A line of a log: noise, or a denial about one of many objects, sometimes in two lines with a request id. */
const line = fc.oneof(
  { weight: 3, arbitrary: fc.constant(NOISE) },
  {
    weight: 2,
    arbitrary: fc.integer({ min: 0, max: 600 }).map((key) => `AccessDenied: ${SENTENCE}arn:aws:s3:::b/${key}`),
  },
);

/** How often each object was denied: what was taken, with the counts that have grown since. */
function counted(taken: readonly (readonly [resource: string, key: string, count: number])[], stream: DenialStream) {
  const grown = stream.grown();
  return new Map(taken.map(([resource, key, count]) => [resource, grown.get(key) ?? count]));
}

describe('createDenialStream', () => {
  it('passes on what the scanner finds, each denial once, and counts all of them, whenever it is asked for what came', () => {
    fc.assert(
      fc.property(
        fc.array(line, { minLength: 1, maxLength: 4_000 }),
        fc.array(fc.tuple(fc.integer({ min: 1, max: 40_000 }), fc.constantFrom(null, 'flowing', 'paused')), {
          minLength: 1,
        }),
        (lines, steps) => {
          const bytes = Buffer.from(`${lines.join('\n')}\n`);
          const scanner = createDenialScanner();
          scanner.push(bytes);
          const wanted = new Map(scanner.end().denials.map(({ denial, count }) => [denial.resource ?? '', count]));

          const stream = createDenialStream();
          const taken: [string, string, number][] = [];
          const take = () => {
            for (const { denial, key, count } of stream.take()) taken.push([denial.resource ?? '', key, count]);
          };
          for (let at = 0, step = 0; at < bytes.length; step += 1) {
            const [size, how] = steps[step % steps.length] ?? [1_000, null];
            // A pause is one between two lines: no program makes one inside of a message.
            const end = how === 'paused' ? bytes.indexOf(10, Math.min(at + size, bytes.length - 1)) + 1 : at + size;
            stream.push(bytes.subarray(at, end));
            at = end;
            if (how !== null) stream.settle(how);
            take();
          }
          stream.end();
          take();
          expect(new Set(taken.map(([, key]) => key)).size).toBe(taken.length);
          expect(new Set(taken.map(([resource]) => resource)).size).toBe(taken.length);
          expect(counted(taken, stream)).toEqual(wanted);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('passes on a denial with some lines behind it while more comes, and every whole line in a pause', () => {
    const stream = createDenialStream();
    stream.push(Buffer.from(`AccessDenied: ${SENTENCE}arn:aws:s3:::b/1\n${`${NOISE}\n`.repeat(39)}`));
    stream.settle('flowing');
    expect(stream.take()).toEqual([]);
    stream.push(Buffer.from(`${NOISE}\nAccessDenied: ${SENTENCE}arn:aws:s3:::b/2\nAccessDenied: ${SENTENCE}`));
    stream.settle('flowing');
    expect(stream.take().map(({ denial }) => denial.resource)).toEqual(['arn:aws:s3:::b/1']);
    stream.settle('paused');
    expect(stream.take().map(({ denial }) => denial.resource)).toEqual(['arn:aws:s3:::b/2']);
    stream.push(Buffer.from('arn:aws:s3:::b/3\n'));
    stream.end();
    expect(stream.take().map(({ denial }) => [denial.resource, denial.lines])).toEqual([
      ['arn:aws:s3:::b/3', [43, 43]],
    ]);
    expect(stream.grown()).toEqual(new Map());
  });

  it('reads the rest of a message that a pause cut in two, and finds nothing twice', () => {
    const stream = createDenialStream();
    stream.push(Buffer.from('An error occurred (AccessDenied) when calling the GetObject operation:\n'));
    stream.settle('paused');
    const early = stream.take();
    stream.push(Buffer.from(`  ${SENTENCE}arn:aws:s3:::b/1\n`));
    stream.end();
    const all = [...early, ...stream.take()];
    expect(all).toHaveLength(1);
  });

  it('joins the repeats of one answer that come one after the other', () => {
    const stream = createDenialStream();
    const id = 'request id: 5f2b9a14-03cd-4f71-8b1e-9d2c7a60e813';
    stream.push(Buffer.from(`AccessDenied: ${SENTENCE}arn:aws:s3:::b/1\n\tstatus code: 403, ${id}\n`));
    stream.push(Buffer.from(`${NOISE}\n`.repeat(50)));
    stream.push(Buffer.from(`AccessDenied: ${SENTENCE}arn:aws:s3:::b/1\n\tstatus code: 403, ${id}\n`));
    stream.end();
    expect(stream.take()).toMatchObject([{ key: '1', count: 2 }]);
  });
});
