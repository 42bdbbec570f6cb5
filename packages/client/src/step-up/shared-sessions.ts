import { abortable } from '../layer.ts';

interface Session {
  /** Calls that could use it. */
  calls: number;
  /** How often it has been opened while anybody was there. */
  opened: number;
  /** The step-up under way; settles with its failure instead of rejecting. */
  flight: Promise<Flight> | undefined;
}

type Flight = { readonly ok: true } | { readonly ok: false; readonly error: unknown; readonly abandoned: boolean };

/**
 * Lets calls that need the same low-risk session share one step-up, so that nobody is asked twice for the same thing.
 * Remembers a session only while calls are under way.
 */
export class SharedSessions {
  readonly #sessions = new Map<string, Session>();

  /** Runs a call that may come to need the session of a key. */
  async with<T>(key: string, run: (session: SharedSession) => Promise<T>): Promise<T> {
    const session = this.#sessions.get(key) ?? { calls: 0, opened: 0, flight: undefined };
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

/** One call's view of a session. */
export class SharedSession {
  readonly #session: Session;
  readonly #openedBefore: number;

  constructor(session: Session) {
    this.#session = session;
    this.#openedBefore = session.opened;
  }

  /**
   * Sees to it that the session is open: waits for the step-up of another call, or runs `clear`. The failure of a
   * step-up is the failure of all who wait for it (asking again would use up the few tries there are), unless its own
   * call was aborted.
   *
   * @returns whether it was this call's own `clear` that opened it
   */
  async open(clear: () => Promise<void>, signal: AbortSignal): Promise<boolean> {
    const session = this.#session;
    while (session.flight !== undefined) {
      const flight = await abortable(session.flight, signal);
      if (flight.ok) return false;
      if (!flight.abandoned) throw flight.error;
    }
    if (session.opened !== this.#openedBefore) return false;

    const flight = clear().then<Flight, Flight>(
      () => ({ ok: true }),
      (error: unknown) => ({ ok: false, error, abandoned: signal.aborted }),
    );
    session.flight = flight;
    const ended = await flight;
    session.flight = undefined;
    if (!ended.ok) throw ended.error;
    session.opened += 1;
    return true;
  }
}
