/**
 * What is read of the review while something is made: `src/site/slice.ts` sets it in a build. `note` makes a thing and
 * gives a function that returns it, and says each time what was read for it.
 */
export const reading: { note?: <Out>(make: () => Out) => () => Out } = {};

/**
 * What `make` gives for an object, made once per object: records are read and never changed. Whoever uses the result
 * has read what it was made of.
 */
/* @__NO_SIDE_EFFECTS__ */
export function onceEach<In extends object, Out>(make: (value: In) => Out): (value: In) => Out {
  return keeping(new WeakMap<In, () => Out>(), make);
}

/** Like `onceEach`, but for a text. */
/* @__NO_SIDE_EFFECTS__ */
export function onceForText<In extends string, Out>(make: (value: In) => Out): (value: In) => Out {
  return keeping(new Map<In, () => Out>(), make);
}

/** Like `onceEach`, but keeps the last result alone: for large ones that are asked for several times in a row. */
/* @__NO_SIDE_EFFECTS__ */
export function onceInARow<In extends object, Out>(make: (value: In) => Out): (value: In) => Out {
  let last: { of: In; get: () => Out } | undefined;
  const known = {
    get: (of: In) => (last?.of === of ? last.get : undefined),
    set: (of: In, get: () => Out) => (last = { of, get }),
  };
  return keeping(known, make);
}

const keeping =
  <In, Out>(
    known: { get(key: In): (() => Out) | undefined; set(key: In, value: () => Out): unknown },
    make: (value: In) => Out,
  ) =>
  (value: In): Out => {
    let get = known.get(value);
    if (!get) {
      const made = reading.note ? undefined : make(value);
      get = reading.note?.(() => make(value)) ?? ((): Out => made as Out);
      known.set(value, get);
    }
    return get();
  };
