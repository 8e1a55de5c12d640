interface Task<T> {
  readonly promise: Promise<T>;
  readonly controller: AbortController;
  readonly since: number;
  waiting: number;
  settled: boolean;
}

/**
 * One piece of work for all who ask for the same thing. Failures are forgotten at once, so that the next one to
 * ask tries again. One who leaves does not stop the work while another waits for it; the last one does.
 */
export class SharedTasks<T> {
  readonly #tasks = new Map<string, Task<T>>();
  readonly #lifetime: number;
  readonly #most: number;

  /** `lifetime`: how long an answer is given again, in milliseconds; `most`: how many answers are kept. */
  constructor(lifetime: number, most: number) {
    this.#lifetime = lifetime;
    this.#most = most;
  }

  run(key: string, signal: AbortSignal, start: (signal: AbortSignal) => Promise<T>): Promise<T> {
    if (signal.aborted) return Promise.reject(signal.reason as Error);
    const known = this.#tasks.get(key);
    const fresh = known && (!known.settled || Date.now() - known.since < this.#lifetime);
    return this.#join(key, fresh ? known : this.#start(key, start), signal);
  }

  /** The next one to ask starts anew; who already waits still gets the old answer. */
  forget(key: string): void {
    this.#tasks.delete(key);
  }

  #start(key: string, start: (signal: AbortSignal) => Promise<T>): Task<T> {
    const controller = new AbortController();
    const promise = start(controller.signal);
    const task: Task<T> = { promise, controller, since: Date.now(), waiting: 0, settled: false };
    this.#tasks.set(key, task);
    promise.then(
      () => {
        task.settled = true;
        this.#trim();
      },
      () => this.#drop(key, task),
    );
    return task;
  }

  #drop(key: string, task: Task<T>): void {
    task.settled = true;
    if (this.#tasks.get(key) === task) this.#tasks.delete(key);
  }

  /** The oldest answers go first. */
  #trim(): void {
    for (const [key, task] of this.#tasks) {
      if (this.#tasks.size <= this.#most) return;
      if (task.settled) this.#tasks.delete(key);
    }
  }

  #join(key: string, task: Task<T>, signal: AbortSignal): Promise<T> {
    task.waiting++;
    return new Promise<T>((resolve, reject) => {
      const leave = (): void => {
        reject(signal.reason as Error);
        if (--task.waiting > 0 || task.settled) return;
        this.#drop(key, task);
        task.controller.abort(signal.reason);
      };
      signal.addEventListener('abort', leave, { once: true });
      const settle = (): void => signal.removeEventListener('abort', leave);
      task.promise.then(resolve, reject).finally(settle);
    });
  }
}
