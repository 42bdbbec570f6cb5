import { clearImmediate, setImmediate } from 'node:timers';

/** The limits of a {@link FairQueue}. */
export interface FairQueueLimits {
  /** Slots of all keys together. */
  readonly slots: number;
  /** Slots of one key, with suspended ones. */
  readonly slotsPerKey: number;
  /** Calls of one key that may wait for a slot. */
  readonly waitingPerKey: number;
  /** Calls of all keys that may wait. When so many wait, a key without a waiting call still has room for one. */
  readonly waiting: number;
}

/** A slot of a {@link FairQueue}, until it is released. */
export interface Slot {
  /**
   * Runs work that may wait for something else. Work that is not done at the next turn of the event loop gives the slot to
   * others, and waits for one when it is done, without a limit.
   */
  suspend<Result>(work: () => Promise<Result>): Promise<Result>;
  release(): void;
}

/** Too many calls are waiting: of the `key`, or of `all` keys. */
export class QueueFullError extends Error {
  override readonly name = 'QueueFullError';
  readonly by: 'key' | 'all';

  constructor(by: 'key' | 'all') {
    super(by === 'key' ? 'Too many calls of this key are waiting.' : 'Too many calls are waiting.');
    this.by = by;
  }
}

/** Gives slots to the waiting keys in turn (round robin), however many calls each of them has. */
export interface FairQueue<Key> {
  /** @throws QueueFullError */
  acquire(key: Key): Promise<Slot>;
}

type Start = () => void;

/** The slots and calls of a key. */
interface Lane {
  /** With suspended slots. */
  slots: number;
  /** Calls without a slot. */
  readonly waiting: Start[];
  /** Calls that want their suspended slot back. */
  readonly resuming: Start[];
}

export function createFairQueue<Key>(limits: FairQueueLimits): FairQueue<Key> {
  /** In the order in which the keys are served next. */
  const lanes = new Map<Key, Lane>();
  let used = 0;
  let waiting = 0;
  let hasStarted = false;

  function enqueue(list: Start[], start: Start): void {
    list.push(start);
    waiting += 1;
    startNext();
  }

  /**
   * Starts one call in each turn of the event loop. Calls that need no I/O, as requests on SQLite, would otherwise run one after
   * another, and the server would not even read what others send: libuv accepts one connection in each turn.
   */
  function startNext(): void {
    if (hasStarted || waiting === 0 || used >= limits.slots) return;
    const start = takeNext();
    if (!start) return;
    used += 1;
    waiting -= 1;
    hasStarted = true;
    setImmediate(() => {
      hasStarted = false;
      startNext();
    });
    start();
  }

  function takeNext(): Start | undefined {
    for (const [key, lane] of lanes) {
      const start = lane.resuming.shift() ?? (lane.slots < limits.slotsPerKey ? takeWaiting(lane) : undefined);
      if (start || lane.slots === 0) lanes.delete(key);
      if (!start) continue;
      lanes.set(key, lane);
      return start;
    }
    return undefined;
  }

  function takeWaiting(lane: Lane): Start | undefined {
    const start = lane.waiting.shift();
    if (start) lane.slots += 1;
    return start;
  }

  function createSlot(lane: Lane): Slot {
    let isHeld = true;
    let isReleased = false;
    let suspensions = 0;
    const giveUp = (): void => {
      if (isHeld) used -= 1;
      isHeld = false;
      startNext();
    };
    return {
      async suspend(work) {
        if (isReleased) return work();
        suspensions += 1;
        const timeout = setImmediate(giveUp);
        try {
          return await work();
        } finally {
          clearImmediate(timeout);
          suspensions -= 1;
          if (!isHeld && suspensions === 0 && !isReleased) {
            await new Promise<void>((resolve) =>
              enqueue(lane.resuming, () => {
                isHeld = true;
                if (isReleased) giveUp();
                resolve();
              }),
            );
          }
        }
      },
      release() {
        isReleased = true;
        lane.slots -= 1;
        giveUp();
      },
    };
  }

  return {
    acquire(key) {
      const lane = lanes.get(key) ?? { slots: 0, waiting: [], resuming: [] };
      const own = lane.waiting.length;
      if (own >= limits.waitingPerKey) return Promise.reject(new QueueFullError('key'));
      if (own > 0 && waiting >= limits.waiting) return Promise.reject(new QueueFullError('all'));
      lanes.set(key, lane);
      return new Promise((resolve) => enqueue(lane.waiting, () => resolve(createSlot(lane))));
    },
  };
}
