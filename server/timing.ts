/** How long the server waits for the next key before it does work that nobody asked for yet. */
export const editPause = 150;

/** Events about files come in swarms (a checkout, a build); they are taken together. */
export const filesPause = 100;

/** How long work in the background may hold up the requests of the person. */
const slice = 20;

/** Calls `run` once calls have stopped for a while. */
export function debounce(run: () => void, pause: number): { (): void; cancel(): void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const cancel = (): void => clearTimeout(timer);
  const call = (): void => {
    cancel();
    timer = setTimeout(run, pause);
  };
  return Object.assign(call, { cancel });
}

export const nextTurn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

/** Lets waiting requests run whenever the current slice of time is used up. */
export class Slices {
  #start = Date.now();

  async rest(): Promise<void> {
    if (Date.now() - this.#start < slice) return;
    await nextTurn();
    this.#start = Date.now();
  }
}
