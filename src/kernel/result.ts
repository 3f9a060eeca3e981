/** Why something expected did not happen: a code and its parameters, never prose. Words live in the messages under `refusals.<code>`. */
export type Refusal = { readonly code: string };

export type Ok<V> = { readonly ok: true; readonly value: V };
export type Refused<R extends Refusal> = { readonly ok: false; readonly refusal: R };
/** The one result shape of the house: what was asked for, or a refusal. Plain objects, so that it crosses a server action. */
export type Result<V, R extends Refusal = Refusal> = Ok<V> | Refused<R>;

export const ok = <V>(value: V): Ok<V> => ({ ok: true, value });
export const refuse = <const R extends Refusal>(refusal: R): Refused<R> => ({ ok: false, refusal });
