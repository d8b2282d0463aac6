/** So long nothing comes in a pause: no program takes so long in the middle of a message. */
const PAUSE_MS = 1_000;

const DUE = Symbol('due');

/** The chunks as they come; and between them, once a second after some came, whether more has come in that second. */
export async function* withPauses(
  chunks: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array | 'flowing' | 'paused', void> {
  const iterator = chunks[Symbol.asyncIterator]();
  let next = iterator.next();
  let clock: Clock | undefined;
  let hasCome = false;
  try {
    for (;;) {
      const got = await (clock === undefined ? next : Promise.race([next, clock.due]));
      if (got === DUE) {
        yield hasCome ? 'flowing' : 'paused';
        clock = hasCome ? startClock() : undefined;
        hasCome = false;
      } else if (got.done === true) return;
      else {
        hasCome = clock !== undefined;
        clock ??= startClock();
        yield got.value;
        next = iterator.next();
      }
    }
  } finally {
    clock?.stop();
    // It may wait for more to come; nothing else waits for it.
    void iterator.return?.().catch(() => {});
  }
}

interface Clock {
  readonly due: Promise<typeof DUE>;
  readonly stop: () => void;
}

function startClock(): Clock {
  let timer: NodeJS.Timeout | undefined;
  const due = new Promise<typeof DUE>((resolve) => {
    timer = setTimeout(() => resolve(DUE), PAUSE_MS);
  });
  return { due, stop: () => clearTimeout(timer) };
}
