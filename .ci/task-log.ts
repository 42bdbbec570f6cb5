/** Tasks of one turbo run, by the prefix that turbo puts before each line of their output. */
export interface TaskLog {
  /** Takes a line of turbo's output. Lines of no known task are ignored. */
  add(line: string): void;
  /** Ends the group of lines that came last: the caller knows that its task has ended. */
  flush(): void;
  /** The output of a task so far. */
  outputOf(taskId: string): readonly string[];
}

/**
 * Splits the output of `turbo run --log-order=grouped` by task. Turbo prints the whole output of a task when it ends, so
 * a task has ended when its group of lines is complete.
 *
 * @param taskIds such as `@sca-kit/jose#test` or `//#lint:code`
 * @param onEnd called once for each task, with its output
 */
export function createTaskLog(
  taskIds: readonly string[],
  onEnd: (taskId: string, output: readonly string[]) => void,
): TaskLog {
  const ids = new Map(taskIds.map((id) => [id.replace('#', ':'), id]));
  const outputs = new Map<string, string[]>();
  const ended = new Set<string>();
  let current: string | undefined;
  const flush = (): void => {
    if (current === undefined || ended.has(current)) return;
    ended.add(current);
    onEnd(current, outputs.get(current) ?? []);
  };
  return {
    add(line) {
      const [, prefix = '', text = ''] = /^(\S+): ?(.*)$/s.exec(line) ?? [];
      const id = ids.get(prefix);
      if (id === undefined) return;
      if (id !== current) flush();
      current = id;
      const output = outputs.get(id) ?? [];
      output.push(text);
      outputs.set(id, output);
    },
    flush,
    outputOf: (taskId) => outputs.get(taskId) ?? [],
  };
}

/** Whether the output of a task says that turbo replayed an earlier run. */
export const isCached = ([first = '']: readonly string[]): boolean => first.startsWith('cache hit');

/** Whether the output of a task ends with the error that pnpm prints for a failed script. */
export const hasFailed = (output: readonly string[]): boolean => output.at(-1)?.startsWith('[ELIFECYCLE]') ?? false;
