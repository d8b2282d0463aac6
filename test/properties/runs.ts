/** How many random worlds a property is tried in; `npm run test:long` asks for more. */
export const RUNS = Number(process.env['DENYTRACE_WORLDS'] ?? 20_000);
