/** Runs asynchronous bodies one after the other, in the order they were asked for; a failure does not stop the next. */
export function serial(): <T>(body: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (body) => {
    const run = last.then(body);
    last = run.catch(() => {});
    return run;
  };
}
