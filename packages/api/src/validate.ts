/** An error that a validator found. */
export interface ValidationError {
  /** JSON pointer to the invalid value. */
  readonly instancePath: string;
  /** The JSON Schema keyword that failed. */
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly message?: string;
}

/** A compiled validator: returns whether the value is valid and stores the errors of the last call in `errors`. */
export interface Validate {
  (value: unknown): boolean;
  errors?: readonly ValidationError[] | null;
}
