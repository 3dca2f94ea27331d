/**
 * What is chosen of a list that changes with every message: the first until somebody chooses, and then what they chose
 * for as long as it is offered. A `$derived` that is written to would be the first again with each message, and an answer
 * would go to somebody else.
 */
export function createChoice(offered: () => readonly { value: string }[]): { value: string } {
  const first = () => offered()[0]?.value ?? '';
  let chosen = $state(first());
  // Also the first stays, where somebody else comes before it meanwhile: a form may be half filled in for them.
  $effect.pre(() => {
    if (!offered().some(({ value }) => value === chosen)) chosen = first();
  });
  return {
    get value() {
      return chosen;
    },
    set value(to) {
      chosen = to;
    }
  };
}
