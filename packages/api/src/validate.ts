/** One fault that a validator found. */
export interface Fault {
  /** JSON pointer to the faulty value. */
  readonly instancePath: string;
  /** The JSON Schema keyword that refused it. */
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly message?: string;
}

/** A compiled validator: answers whether the value conforms, and leaves the faults of the last call in `errors`. */
export interface Validate {
  (value: unknown): boolean;
  errors?: readonly Fault[] | null;
}
