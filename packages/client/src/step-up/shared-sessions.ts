import { abortable } from '../layer.ts';

interface Session {
  /** Number of running calls that may use the session. */
  calls: number;
  /** How often the session was opened during these calls. */
  opened: number;
  /** The running step-up; resolves with its error instead of rejecting. */
  stepUp: Promise<StepUpResult> | undefined;
}

type StepUpResult = { readonly ok: true } | { readonly ok: false; readonly error: unknown; readonly aborted: boolean };

/**
 * Lets parallel calls that need the same low-risk session share one step-up, so that the user is challenged once. Keeps
 * a session only while calls are running.
 */
export class SharedSessions {
  readonly #sessions = new Map<string, Session>();

  /** Runs a call that may need the session of a key. */
  async with<T>(key: string, run: (session: SharedSession) => Promise<T>): Promise<T> {
    const session = this.#sessions.get(key) ?? { calls: 0, opened: 0, stepUp: undefined };
    this.#sessions.set(key, session);
    session.calls += 1;
    try {
      return await run(new SharedSession(session));
    } finally {
      session.calls -= 1;
      if (session.calls === 0) this.#sessions.delete(key);
    }
  }
}

/** A session from the view of one call. */
export class SharedSession {
  readonly #session: Session;
  readonly #openedBefore: number;

  constructor(session: Session) {
    this.#session = session;
    this.#openedBefore = session.opened;
  }

  /**
   * Opens the session: waits for the step-up of another call or runs `clear`. If a step-up fails, all waiting calls fail
   * with it, because a new one would use up more attempts. When the call that runs `clear` is aborted, a waiting call runs its own.
   *
   * @returns whether this call opened the session with its own `clear`
   */
  async open(clear: () => Promise<void>, signal: AbortSignal): Promise<boolean> {
    const session = this.#session;
    while (session.stepUp !== undefined) {
      const result = await abortable(session.stepUp, signal);
      if (result.ok) return false;
      if (!result.aborted) throw result.error;
    }
    if (session.opened !== this.#openedBefore) return false;

    const stepUp = clear().then<StepUpResult, StepUpResult>(
      () => ({ ok: true }),
      (error: unknown) => ({ ok: false, error, aborted: signal.aborted }),
    );
    session.stepUp = stepUp;
    const ended = await stepUp;
    session.stepUp = undefined;
    if (!ended.ok) throw ended.error;
    session.opened += 1;
    return true;
  }
}
