interface Task<T> {
  readonly promise: Promise<T>;
  readonly controller: AbortController;
  waiting: number;
  /** Until when the answer is given again, in milliseconds since 1970; endless while it is on its way. */
  until: number;
}

/**
 * One piece of work for all who ask for the same thing. Failures are forgotten at once, so that the next one to
 * ask tries again. One who leaves does not stop the work while another waits for it; the last one does.
 */
export class SharedTasks<T> {
  readonly #tasks = new Map<string, Task<T>>();
  readonly #lifetime: number;
  readonly #most: number;

  /** `lifetime`: how long an answer is given again, in milliseconds; `most`: how many are kept. */
  constructor(lifetime: number, most: number) {
    this.#lifetime = lifetime;
    this.#most = most;
  }

  run(key: string, signal: AbortSignal, start: (signal: AbortSignal) => Promise<T>): Promise<T> {
    if (signal.aborted) return Promise.reject(signal.reason as Error);
    const known = this.#tasks.get(key);
    const task = known && known.until > Date.now() ? known : this.#start(key, start);
    // Asked for last, it is dropped last.
    this.#tasks.delete(key);
    this.#tasks.set(key, task);
    task.waiting++;
    return new Promise((resolve, reject) => {
      const leave = (): void => {
        reject(signal.reason as Error);
        if (--task.waiting > 0 || task.until < Infinity) return;
        this.#drop(key, task);
        task.controller.abort(signal.reason);
      };
      signal.addEventListener('abort', leave);
      task.promise.finally(() => signal.removeEventListener('abort', leave)).then(resolve, reject);
    });
  }

  /** An answer is not given again. Work under way is: its answer is still to come. */
  forget(key: string): void {
    if (Number(this.#tasks.get(key)?.until) < Infinity) this.#tasks.delete(key);
  }

  #start(key: string, start: (signal: AbortSignal) => Promise<T>): Task<T> {
    const controller = new AbortController();
    const task: Task<T> = { promise: start(controller.signal), controller, waiting: 0, until: Infinity };
    task.promise.then(
      () => {
        task.until = Date.now() + this.#lifetime;
        this.#trim();
      },
      () => this.#drop(key, task),
    );
    return task;
  }

  #drop(key: string, task: Task<T>): void {
    if (this.#tasks.get(key) === task) this.#tasks.delete(key);
  }

  /** What was not asked for the longest goes first. */
  #trim(): void {
    for (const [key, { until }] of this.#tasks) {
      if (this.#tasks.size > this.#most && until < Infinity) this.#tasks.delete(key);
    }
  }
}
