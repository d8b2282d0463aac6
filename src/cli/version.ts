/** Put in by the build. */
declare const DENYTRACE_VERSION: string | undefined;

/** The version of denytrace; sources that were not built have none. */
export const VERSION = typeof DENYTRACE_VERSION === 'string' ? DENYTRACE_VERSION : '0.0.0-source';
