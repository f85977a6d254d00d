/** A type as JSON has it: an enumeration becomes its values. */
export type Plain<T> = 0 extends 1 & T
  ? T
  : T extends string
    ? `${T}`
    : T extends number
      ? `${T}` extends `${infer N extends number}`
        ? N
        : never
      : T extends (infer U)[]
        ? Plain<U>[]
        : T extends object
          ? { [K in keyof T]: Plain<T[K]> }
          : T;

/** The same, of which everything may be left out: Grafana fills in its defaults. */
export type Parts<T> = 0 extends 1 & T
  ? T
  : T extends (infer U)[]
    ? U[]
    : T extends object
      ? { [K in keyof T]?: Parts<T[K]> }
      : T;

export type Some<T> = Parts<Plain<T>>;
