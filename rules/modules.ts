/**
 * Which module may ask which through its `public.ts`. A new pair is a decision: it must not close a circle. Listening to another
 * module's `events.ts` needs no entry.
 */
export const asks: Readonly<Record<string, readonly string[]>> = {}
