/** How long the work on each file took, over landing, staging and merging. Files are worked on side by side: it adds up to more than the run. */
export class WorkClock {
  readonly #seconds = new Map<string, number>();

  async time<T>(role: string, work: () => Promise<T>): Promise<T> {
    const began = performance.now();
    try {
      return await work();
    } finally {
      this.#seconds.set(role, this.spent(role) + (performance.now() - began) / 1000);
    }
  }

  spent(role: string): number {
    return this.#seconds.get(role) ?? 0;
  }
}
