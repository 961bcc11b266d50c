/** Asks again until the answer is true, for at most ten seconds. */
export async function until(ask) {
  const end = Date.now() + 10_000;
  while (!(await ask())) {
    if (Date.now() > end) throw new Error(`Not so within 10 s: ${ask}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
